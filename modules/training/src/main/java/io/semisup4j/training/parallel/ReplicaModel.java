package io.semisup4j.training.parallel;

import java.util.Collection;
import java.util.Map;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.deeplearning4j.optimize.api.ConvexOptimizer;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A replica as the wrapper sees it: a vector to be averaged in place, which it takes for parameters. Here it holds
 * gradients and numbers, because averaging parameters is not the joint batch's step for most optimisers. Everything
 * else that a model of Deeplearning4j can do is the replica's own affair.
 */
final class ReplicaModel implements Model {
    private INDArray exchanged;

    void exchange(INDArray vector) {
        exchanged = vector;
    }

    @Override
    public INDArray params() {
        return exchanged;
    }

    /** The loss is one of the exchanged numbers. */
    @Override
    public double score() {
        return 0;
    }

    @Override
    public void init() {
        // made ready
    }

    @Override
    public void clear() {
        // nothing is kept
    }

    @Override
    public void close() {
        // the replica closes itself
    }

    @Override
    public long numParams() {
        return exchanged.length();
    }

    @Override
    public long numParams(boolean backwards) {
        return numParams();
    }

    @Override
    public void setListeners(Collection<TrainingListener> listeners) {
        throw notHere();
    }

    @Override
    public void setListeners(TrainingListener... listeners) {
        throw notHere();
    }

    @Override
    public void addListeners(TrainingListener... listeners) {
        throw notHere();
    }

    @Override
    @SuppressWarnings("deprecation") // the interface still asks for it
    public void fit() {
        throw notHere();
    }

    @Override
    public void fit(INDArray data, LayerWorkspaceMgr workspaces) {
        throw notHere();
    }

    @Override
    public void update(Gradient gradient) {
        throw notHere();
    }

    @Override
    public void update(INDArray gradient, String parameter) {
        throw notHere();
    }

    @Override
    public void computeGradientAndScore(LayerWorkspaceMgr workspaces) {
        throw notHere();
    }

    @Override
    public void setParams(INDArray parameters) {
        throw notHere();
    }

    @Override
    public void setParamsViewArray(INDArray parameters) {
        throw notHere();
    }

    @Override
    public INDArray getGradientsViewArray() {
        throw notHere();
    }

    @Override
    public void setBackpropGradientsViewArray(INDArray gradients) {
        throw notHere();
    }

    @Override
    public Gradient gradient() {
        throw notHere();
    }

    @Override
    public Pair<Gradient, Double> gradientAndScore() {
        throw notHere();
    }

    @Override
    public int batchSize() {
        throw notHere();
    }

    @Override
    public NeuralNetConfiguration conf() {
        throw notHere();
    }

    @Override
    public void setConf(NeuralNetConfiguration configuration) {
        throw notHere();
    }

    @Override
    public INDArray input() {
        throw notHere();
    }

    @Override
    public ConvexOptimizer getOptimizer() {
        throw notHere();
    }

    @Override
    public INDArray getParam(String name) {
        throw notHere();
    }

    @Override
    public Map<String, INDArray> paramTable() {
        throw notHere();
    }

    @Override
    public Map<String, INDArray> paramTable(boolean backpropOnly) {
        throw notHere();
    }

    @Override
    public void setParamTable(Map<String, INDArray> table) {
        throw notHere();
    }

    @Override
    public void setParam(String name, INDArray value) {
        throw notHere();
    }

    @Override
    public void applyConstraints(int iteration, int epoch) {
        throw notHere();
    }

    private static UnsupportedOperationException notHere() {
        return new UnsupportedOperationException("the wrapper only averages replicas");
    }
}
