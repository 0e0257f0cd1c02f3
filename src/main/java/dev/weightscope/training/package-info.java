/// Training: a network that an [dev.weightscope.model.Experiment] draws learns from data, step by
/// step, and what it does on the way is kept as curves.
///
/// A [dev.weightscope.training.TrainingRun] is one draw. All that decides its bits are the
/// experiment, a [dev.weightscope.training.TrainingPlan] and a
/// [dev.weightscope.training.TrainingSet]; a [dev.weightscope.training.RunState] is what is known
/// of it. A [dev.weightscope.training.TrainingRace] carries several on at once.
///
/// ## How the numbers lie
///
/// A [dev.weightscope.training.Tensor] has a row for each unit and a column for each sample. Layers
/// are often narrower than a vector has lanes, batches seldom; so all lanes are full. The gradient
/// by the weights is the one product that sums over samples; for it, inputs are transposed. A bias
/// is the weight of an input that is 1, in the products of the forward pass and of the gradient
/// alike.
///
/// Every sum of a product is taken over ascending inputs, units or samples with fused multiply-add,
/// as those of a [dev.weightscope.kernel.Kernel] are, and that of the gradient by the weights of a
/// narrow last layer in sixteen parts ([dev.weightscope.kernel.SmallLoops#productTransposed]): so
/// neither vectors nor threads change a bit.
///
/// The course notebook's network (30–20–10–1, 569 samples) takes 44 µs for a step of Adam on one
/// core of an AMD Zen 4, of which products are half and tanh with its slope a fifth; 2–8–8–1 on 32
/// samples takes 2 µs. 784–100–100–10 on 100 samples takes 430 µs for its products and activations
/// on one core, at 112 GFLOP/s where the core's peak is 116, and some 80 more for the rest of a
/// step. To carry some samples at a time through all layers, so that they stay in the first-level
/// cache, gives nothing: the time is that of operations, not of memory.
///
/// ## Threads
///
/// None are made here. A race shares moments of its runs out to the kernel's own threads
/// ([dev.weightscope.kernel.Kernel#share]), so that a machine has no more of them than processors,
/// and a large product inside of a run may still be shared among those that have nothing to do. A
/// run is the unit: a small one stays on one thread from step to step, for as long as its turn is.
/// Between two turns nothing moves, and whoever called may look at all states; to pause is not to
/// call.
///
/// ## Looks
///
/// What is drawn of a step, its loss and the size of the signal, is found on the way forward that
/// the next step needs anyway; so a whole batch costs no pass of its own. The gradient at a step is
/// known once the next step is taken.
package dev.weightscope.training;
