namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        /// <summary>Learning rates that change from epoch to epoch.</summary>
        public static partial class lr_scheduler
        {
            /// <summary>The initial learning rate times what a function gives for the epoch.</summary>
            /// <param name="optimizer">Whose groups' rates to set.</param>
            /// <param name="lr_lambda">The factor at an epoch, 0 being the first.</param>
            /// <param name="last_epoch">The epoch before the first step.</param>
            /// <param name="verbose">Not supported: nothing is printed.</param>
            public static LRScheduler LambdaLR(Optimizer optimizer, Func<int, double> lr_lambda, int last_epoch = -1, bool verbose = false)
                => new LambdaScheduler(optimizer, lr_lambda, last_epoch);

            /// <summary>Sets the learning rates of an optimizer's groups at each step of its own.</summary>
            public abstract class LRScheduler
            {
                private readonly ILearningRateController[] _groups;
                private int _epoch;

                internal LRScheduler(Optimizer optimizer, int lastEpoch)
                {
                    _groups = optimizer.ParamGroups.ToArray();
                    _epoch = lastEpoch;
                }

                /// <summary>Goes on to the next epoch.</summary>
                public virtual void step() => step(null);

                /// <summary>Goes to an epoch; null: to the next.</summary>
                public virtual void step(int? epoch)
                {
                    _epoch = epoch ?? _epoch + 1;
                    foreach (var group in _groups)
                        group.LearningRate = LearningRate(_epoch, group.InitialLearningRate);
                }

                /// <summary>The rates that the last step set.</summary>
                public IEnumerable<double> get_last_lr() => _groups.Select(group => group.LearningRate);

                internal abstract double LearningRate(int epoch, double initial);
            }

            private sealed class LambdaScheduler : LRScheduler
            {
                private readonly Func<int, double> _factor;

                public LambdaScheduler(Optimizer optimizer, Func<int, double> factor, int lastEpoch)
                    : base(optimizer, lastEpoch)
                {
                    _factor = factor;
                    step();
                }

                internal override double LearningRate(int epoch, double initial) => initial * _factor(epoch);
            }
        }
    }
}
