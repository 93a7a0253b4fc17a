// Much of a fixture's time is a deadline's or another process's.
[assembly: Parallelizable(ParallelScope.Fixtures)]
[assembly: LevelOfParallelism(3)]
