/// What mean-field theory says of a network at initialization, in double precision and with no
/// network: the limit of infinite width, where pre-activations are normal.
///
/// Throughout, weights of a layer have mean 0 and variance σ_w² / fan_in, biases mean 0 and
/// variance σ_b², and q is the variance of a layer's pre-activations (Poole et al. 2016, arXiv
/// 1606.05340; Schoenholz et al. 2017, arXiv 1611.01232). Not only normal weights: any independent
/// draws of that variance give the same curves in a wide network.
///
/// Everything is a pure function of its arguments. Nothing here makes threads or keeps results.
package dev.weightscope.theory;
