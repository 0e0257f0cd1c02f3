/// What a snapshot means, in words, with the figures that led to the words; and at which gains it
/// would be what.
///
/// The rules are grouped in [dev.weightscope.verdict.Verdicts] by what they speak of; those of the
/// size and those of the gradient have files of their own. In a group a network whose values
/// overflow is exploding, whatever else its size does. What several groups find stands side by
/// side, the gravest first. Figures compare like with like: [dev.weightscope.model.LikeLayers] says
/// which layers these are, and [dev.weightscope.model.Trend] what "a layer" means.
package dev.weightscope.verdict;
