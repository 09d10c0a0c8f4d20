package lichen.app.experiment;

import lichen.core.plugin.Summary;

/** What one config file describes, as a user writes it: a record whose components are JSON keys. */
@Summary("what a config file describes as a whole")
public interface Experiment {}
