/// The worker thread and its mailboxes: one crossing in each direction.
///
/// A request waits in an inbox with one slot, where a newer one replaces it and retires the run in
/// progress. An answer waits in an outbox, which asks for a delivery only when it was empty, so
/// that a thousand answers in a frame cost one event. [dev.weightscope.run.Worker] is the thread
/// and its inbox; every lab has a [dev.weightscope.run.LiveRun] on it with an outbox of its own.
/// They know threads, but no toolkit: the executor that delivers is given.
///
/// A request is a list of questions, which the lab's [dev.weightscope.lab.Computation] answers one
/// after the other or, where it says so, together. What is to go on when its tab is left has a
/// worker of its own, which stands aside while that of the lab in sight has work
/// ([dev.weightscope.run.Worker#behind]). To pause is to ask again for no step more, since a
/// computation that can be paused keeps where its questions are: nothing waits for a person while
/// it holds a thread.
///
/// A hand on a slider overtakes a request every frame. What still is answered then stands in
/// [dev.weightscope.run.Haste]: always the first answer, and some times a second the whole one, in
/// turns with newer previews, since one thread computes both. So answers come in the order of their
/// questions: what is shown never goes back to an older one. A whole answer that is interrupted by
/// newer previews and ended after them would come out of order, and is not tried.
///
/// [dev.weightscope.run.Metronome] makes the other thread there is outside of the kernel: it stands
/// in for a hand where a benchmark drags a slider.
///
/// [dev.weightscope.run.Background] does what is no run but may take long, one piece after another:
/// it reads and writes files, finds zones and measures gains, so that the window never waits.
package dev.weightscope.run;
