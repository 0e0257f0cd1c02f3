/// How much memory there is and who has how much of it.
///
/// All labs draw from one [dev.weightscope.memory.MemoryBudget]. Each states what a run will take,
/// a [dev.weightscope.memory.MemoryNeed], before it allocates anything, and is refused in one
/// sentence where that does not fit beside what the others have. Knows no lab and no kernel.
package dev.weightscope.memory;
