package lichen.synthesis.parameterization;

class PixelsTest extends ParameterizationContract {
    @Override
    protected Parameterization parameterization() {
        return new Pixels();
    }
}
