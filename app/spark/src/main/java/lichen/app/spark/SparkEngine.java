package lichen.app.spark;

import lichen.app.cli.worker.Crew;
import lichen.app.cli.worker.Engine;
import lichen.app.cli.worker.EngineException;
import lichen.app.cli.worker.Posting;

/** Executors of Apache Spark. It knows no class of Spark by itself, so as to be found, and to say so, where they are missing. */
public final class SparkEngine implements Engine {
    private static final String NAME = "spark";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Crew engage(Posting posting) {
        String master = posting.master()
                .orElseThrow(
                        () -> new EngineException(
                                "--engine " + NAME
                                        + ": say by --master where the cluster is, such as spark://host:7077, yarn or local-cluster[2,1,2048]"));
        if (master.matches("local(\\[.*])?")) {
            throw new EngineException("--master " + master
                    + ": that is no cluster but this process, which makes one part at a time; leave --engine and --master out, "
                    + "and --jobs n makes the parts in n processes of this machine");
        }
        if (master.startsWith(Cluster.LOCAL) && System.getenv(Cluster.HOME) == null) {
            throw new EngineException("--master " + master
                    + ": such a cluster starts executors from the folder of Spark; let " + Cluster.HOME + " name it");
        }
        try {
            return Executors.hired(new Cluster(master, posting));
        } catch (NoClassDefFoundError e) {
            throw new EngineException(
                    "--engine " + NAME + ": the libraries of Spark are not on the class path (" + e.getMessage()
                            + " is missing); name them in LICHEN_ENGINES too: <Spark's folder>/jars/*",
                    e);
        }
    }
}
