/// What a network does to small differences of its input, and each of its weight matrices to
/// vectors: singular values of the input-output Jacobian by depth, and of the weights, in double
/// precision.
///
/// A [dev.weightscope.jacobian.JacobianSpectra] carries some inputs through the layers, each with
/// its [Tangent], the Jacobian up to there; weights are those that everything else is computed
/// with, in their number format, but what is computed with them is rounded to double alone.
///
/// What counts as exactly 0 follows from bounds of rank that hold for every draw, not from how
/// small a number came out: the Jacobian of a layer has no more than the smallest of
///
/// - the bound of the layer before;
/// - how many units have a slope other than 0 (ReLU's are 0 where a unit is off);
/// - how many rows of the weight matrix differ from 0 and from each other (constant weights: 1);
/// - one less than there are units, where layer norm takes the mean away.
///
/// A skip keeps the bound of the layer before its branch. As many values as there are beyond the
/// bound are set to 0; of the others, those below 2⁻⁵²·√n of the largest, n the longer side, are
/// rounding ([dev.weightscope.jacobian.DepthSpectrum#rounding]).
///
/// Layer and RMS norm are of each sample alone, and their Jacobian is exact. Batch norm makes a
/// sample's output depend on all inputs of the batch; its mean and std are held as the experiment's
/// samples make them, as in a trained network that is used.
package dev.weightscope.jacobian;
