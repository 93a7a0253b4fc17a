using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        /// <summary>Changes parameters in the direction that their gradients say.</summary>
        public abstract class Optimizer : IDisposable
        {
            internal Optimizer()
            {
            }

            internal List<ParamGroup> Groups { get; } = [];

            /// <summary>The groups of parameters, for their learning rates.</summary>
            public virtual IEnumerable<ILearningRateController> ParamGroups => Groups;

            /// <summary>Fills the gradients with zeros.</summary>
            public virtual void zero_grad()
            {
                foreach (var parameter in Groups.SelectMany(group => group.Parameters))
                {
                    using var gradient = parameter.grad;
                    gradient?.zero_();
                }
            }

            /// <summary>Takes one step.</summary>
            /// <param name="closure">Computes the loss and its gradients; the loss is returned.</param>
            public abstract Tensor? step(Func<Tensor>? closure = null);

            /// <summary>Adds parameters with settings of their own.</summary>
            public abstract void add_param_group(ParamGroup param_group);

            public void Dispose()
            {
                Dispose(true);
                GC.SuppressFinalize(this);
            }

            protected virtual void Dispose(bool disposing)
            {
            }

            /// <summary>
            /// The settings of each group and the state of each parameter, group after group: the optimizer's own objects, which
            /// can be written to.
            /// </summary>
            public class StateDictionary
            {
                internal StateDictionary()
                {
                }

                public List<OptimizerOptions> Options { get; } = [];

                public List<OptimizerState> State { get; } = [];

                /// <summary>For each group, the places of its parameters' states in <see cref="State"/>.</summary>
                public List<List<int>> StateIndexRef { get; } = [];
            }
        }
    }
}
