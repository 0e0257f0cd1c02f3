package dev.weightscope.model;

import static dev.weightscope.model.InitializerParameter.CUT;
import static dev.weightscope.model.InitializerParameter.LIMIT;
import static dev.weightscope.model.InitializerParameter.SCALE;
import static dev.weightscope.model.InitializerParameter.SPARSITY;
import static dev.weightscope.model.InitializerParameter.STD;
import static dev.weightscope.model.InitializerParameter.VALUE;

import java.util.List;

/// The catalogue of built-in initializers.
///
/// A template is a law over `{g}` (gain), `{in}`, `{out}`, `{fan}` (by the chosen mode), `{slope}`
/// (of leaky ReLU; 0 for any other activation), `{L}` (the number of branches), `{k}` (the layer's
/// branch, counted from 1) and the scheme's own parameters. Where layers that begin or end a branch
/// have a law of their own, it follows behind `; first of a branch: ` or `; last of a branch: `.
/// [StandardInitializer] fills a template in with symbols or numbers. [InitializerLaws] executes
/// the same law. A test holds the two together.
public enum InitializerScheme implements Keyed {
    ZEROS(
            "zeros",
            "Zeros",
            "W = 0",
            "Symmetric units: nothing can learn",
            "zeros_ · Zeros · zeros"),
    CONSTANT(
            "constant",
            "Constant",
            "W = {g}·{value}",
            "Symmetric units: nothing can learn",
            "constant_ · Constant · constant",
            VALUE),
    IDENTITY(
            "identity",
            "Identity",
            "W = {g}·I",
            "Le et al. 2015, arXiv 1504.00941 (recurrent nets)",
            "eye_ · Identity · –"),
    NORMAL(
            "normal",
            "Normal",
            "W ~ N(0, s²), s = {g}·{std}",
            "A fixed scale, whatever the width",
            "normal_ · RandomNormal · normal",
            STD),
    UNIFORM(
            "uniform",
            "Uniform",
            "W ~ U(−a, a), a = {g}·{limit}",
            "A fixed scale, whatever the width",
            "uniform_(−a, a) · RandomUniform(−a, a) · – (JAX's uniform is [0, a))",
            LIMIT),
    TRUNCATED_NORMAL(
            "truncated-normal",
            "Truncated normal",
            "W ~ N(0, s²) cut at ±{cut}·s, s = {g}·{std}",
            "The std is the one before the cut",
            "trunc_normal_ (cut at absolute ±2) · TruncatedNormal · truncated_normal",
            STD,
            CUT),
    LOW(
            "low",
            "Low",
            "W ~ U(−a, a), a = {g}·0.01",
            "The course notebook's too small one",
            "uniform_ · RandomUniform · –"),
    LARGE(
            "large",
            "Large",
            "W ~ U(−a, a), a = {g}·100",
            "The course notebook's too large one",
            "uniform_ · RandomUniform · –"),
    XAVIER_UNIFORM(
            "xavier-uniform",
            "Xavier uniform",
            "W ~ U(−a, a), a = {g}·√(6 / ({in} + {out}))",
            "Glorot & Bengio 2010, eq. 16. The notebook's Xavier for ReLU, variance 4/(nᵢₙ + nₒᵤₜ),"
                    + " is this with gain √2",
            "xavier_uniform_ · GlorotUniform · glorot_uniform"),
    XAVIER_NORMAL(
            "xavier-normal",
            "Xavier normal",
            "W ~ N(0, s²), s = {g}·√(2 / ({in} + {out}))",
            "Glorot & Bengio 2010, eq. 12. The notebook's Xavier for ReLU, variance 4/(nᵢₙ + nₒᵤₜ),"
                    + " is this with gain √2. Keras and JAX cut it at two stds: variance-scaling,"
                    + " truncated",
            "xavier_normal_ · GlorotNormal (truncated) · glorot_normal (truncated)"),
    HE_UNIFORM(
            "he-uniform",
            "He uniform",
            "W ~ U(−a, a), a = {g}·√(6 / ((1 + {slope}²)·{fan}))",
            "He et al. 2015, arXiv 1502.01852, eq. 15",
            "kaiming_uniform_ · HeUniform · he_uniform"),
    HE_NORMAL(
            "he-normal",
            "He normal",
            "W ~ N(0, s²), s = {g}·√(2 / ((1 + {slope}²)·{fan}))",
            "He et al. 2015, arXiv 1502.01852, eq. 15. Keras and JAX cut it at two stds:"
                    + " variance-scaling, scale 2, truncated",
            "kaiming_normal_ · HeNormal (truncated) · he_normal (truncated)"),
    LECUN_UNIFORM(
            "lecun-uniform",
            "LeCun uniform",
            "W ~ U(−a, a), a = {g}·√(3 / {in})",
            "LeCun et al. 1998, Efficient BackProp, §4.6",
            "– · LecunUniform · lecun_uniform"),
    LECUN_NORMAL(
            "lecun-normal",
            "LeCun normal",
            "W ~ N(0, s²), s = {g}·√(1 / {in})",
            "LeCun et al. 1998, Efficient BackProp, §4.6. Keras and JAX cut it at two stds:"
                    + " variance-scaling, truncated",
            "– · LecunNormal (truncated) · lecun_normal (truncated)"),
    VARIANCE_SCALING(
            "variance-scaling",
            "Variance scaling",
            "",
            "The common form of LeCun, Xavier and He; TensorFlow's and JAX's",
            "– · VarianceScaling · variance_scaling",
            SCALE),
    ORTHOGONAL(
            "orthogonal",
            "Orthogonal",
            "W = {g}·Q, Q Haar distributed",
            "Saxe et al. 2013, arXiv 1312.6120",
            "orthogonal_ · Orthogonal · orthogonal"),
    SPARSE(
            "sparse",
            "Sparse",
            "W ~ N(0, s²), s = {g}·{std}; {sparsity} of each input's weights are 0",
            "Martens 2010",
            "sparse_ · – · –",
            SPARSITY,
            STD),
    PYTORCH_LINEAR(
            "pytorch-linear",
            "PyTorch Linear default",
            "W ~ U(−a, a), a = {g}·√(1 / {in})",
            "torch.nn.Linear: kaiming_uniform_ with a = √5, so σ_w² = 1/3; bias U(±1/√nᵢₙ)",
            "nn.Linear · – · –"),
    KERAS_DENSE(
            "keras-dense",
            "Keras Dense default",
            "W ~ U(−a, a), a = {g}·√(6 / ({in} + {out}))",
            "keras.layers.Dense: GlorotUniform, bias 0",
            "– · Dense · –"),
    FLAX_DENSE(
            "flax-dense",
            "Flax Dense default",
            "W ~ N(0, s²) cut at ±2·s, s = {g}·√(1 / {in}) / 0.8796",
            "flax.linen.Dense: lecun_normal (truncated), bias 0",
            "– · – · nn.Dense"),
    DJL_XAVIER(
            "djl-xavier",
            "DJL Xavier default",
            "W ~ U(−a, a), a = {g}·√(12 / ({in} + {out}))",
            "Deep Java Library: XavierInitializer() has magnitude 6, so it is √2 times Xavier; bias"
                    + " 0",
            "– · – · –"),
    DL4J_RELU(
            "dl4j-relu",
            "DL4J ReLU",
            "W ~ N(0, s²), s = {g}·√(2 / {in})",
            "Deeplearning4j: WeightInit.RELU, bias 0",
            "– · – · –"),
    GPT2(
            "gpt2",
            "GPT-2",
            "W ~ N(0, s²), s = {g}·0.02; last of a branch: s = {g}·0.02 / √(2·{L})",
            "Radford et al. 2019, as nanoGPT and Megatron do it: L branches. The released GPT-2"
                    + " scales no branch; without skips this is N(0, 0.02²)",
            "– · – · –"),
    DEPTH_SCALED(
            "depth-scaled",
            "Depth-scaled",
            "W ~ N(0, s²), s = {g}·0.02; last of a branch: s = {g}·0.02 / √(2·{k})",
            "torchtitan: branch k, counted from 1. Its trunc_normal_ cuts at ±2, which is 100 stds"
                    + " away, so nothing is cut",
            "– · – · –"),
    FIXUP(
            "fixup",
            "Fixup",
            "W ~ N(0, s²), s = {g}·√(2 / ((1 + {slope}²)·{in})); first of a branch:"
                    + " s = {g}·√(2 / ((1 + {slope}²)·{in}·{L})); last of a branch: W = 0",
            "Zhang et al. 2019, arXiv 1901.09321: He, in L branches of two layers times L^(−1/2),"
                    + " and each branch begins at 0",
            "– · – · –"),
    DELTA_ZERO(
            "delta-zero",
            "Zero branches",
            "W ~ N(0, s²), s = {g}·√(2 / ((1 + {slope}²)·{in})); last of a branch: W = 0",
            "Goyal et al. 2017, arXiv 1706.02677, §5.1 (by γ = 0 of the last batch norm): He, and"
                    + " each branch begins at 0, so the network is its skips",
            "– · – · –"),
    LSUV(
            "lsuv",
            "LSUV",
            "W = {g}·Q / std(a·Q), Q Haar distributed, a the layer's input",
            "Mishkin & Matas 2015, arXiv 1511.06422: measured layer after layer, until the std of"
                    + " the pre-activations is within 0.1 of 1, at most 10 tries",
            "– · – · –");

    private final String key;
    private final String label;
    private final String template;
    private final String source;
    private final String elsewhere;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<InitializerParameter> parameters;

    InitializerScheme(
            String key,
            String label,
            String template,
            String source,
            String elsewhere,
            InitializerParameter... parameters) {
        this.key = key;
        this.label = label;
        this.template = template;
        this.source = source;
        this.elsewhere = elsewhere;
        this.parameters = List.of(parameters);
    }

    @Override
    public String key() {
        return key;
    }

    @Override
    public String label() {
        return label;
    }

    /// The paper, or the framework's class, that the law is from.
    public String source() {
        return source;
    }

    /// What PyTorch · Keras · JAX call it; a dash where there is none.
    public String elsewhere() {
        return elsewhere;
    }

    /// The numbers it asks for.
    public List<InitializerParameter> parameters() {
        return parameters;
    }

    /// Whether the fan mode is a choice.
    public boolean hasMode() {
        return this == HE_UNIFORM || this == HE_NORMAL || this == VARIANCE_SCALING;
    }

    /// Whether the distribution is a choice.
    public boolean hasDistribution() {
        return this == VARIANCE_SCALING;
    }

    /// The law as a template; variance scaling has one for each distribution.
    String template(Distribution distribution) {
        if (this != VARIANCE_SCALING) {
            return template;
        }
        return switch (distribution) {
            case NORMAL -> "W ~ N(0, s²), s = {g}·√({scale} / {fan})";
            case UNIFORM -> "W ~ U(−a, a), a = {g}·√(3·{scale} / {fan})";
            case TRUNCATED -> "W ~ N(0, s²) cut at ±2·s, s = {g}·√({scale} / {fan}) / 0.8796";
        };
    }
}
