/// What a snapshot means, in words, with the figures that led to the words.
///
/// One rule a verdict, all in [dev.weightscope.verdict.Verdicts], asked in order of how much each
/// would explain away: a network whose values overflow is exploding, whatever its units look like.
package dev.weightscope.verdict;
