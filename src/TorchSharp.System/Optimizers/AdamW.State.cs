using TorchSharp.Interop;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

public partial class AdamW
{
    /// <summary>The averages of one parameter's gradient and of its square. They belong to no scope.</summary>
    public sealed class State : OptimizerState, IDisposable
    {
#pragma warning disable CA1051 // TorchSharp's are fields.
        /// <summary>How many steps have been taken.</summary>
        public long step;
        public Tensor exp_avg;
        public Tensor exp_avg_sq;

        /// <summary>Null without AMSGrad.</summary>
        public Tensor max_exp_avg_sq;
#pragma warning restore CA1051

        internal State(Parameter parameter, bool amsgrad)
        {
            exp_avg = ZerosLike(parameter);
            exp_avg_sq = ZerosLike(parameter);
            max_exp_avg_sq = amsgrad ? ZerosLike(parameter) : null!;
        }

        public override void LoadStateDict(OptimizerState source)
        {
            if (source is not State state)
                throw new ArgumentException("The state is not one of AdamW.", nameof(source));
            Dispose();
            step = state.step;
            exp_avg = state.exp_avg;
            exp_avg_sq = state.exp_avg_sq;
            max_exp_avg_sq = state.max_exp_avg_sq;
        }

        public override void to(Device device)
        {
            exp_avg = exp_avg.to(device, disposeAfter: true).DetachFromDisposeScope();
            exp_avg_sq = exp_avg_sq.to(device, disposeAfter: true).DetachFromDisposeScope();
            max_exp_avg_sq = max_exp_avg_sq?.to(device, disposeAfter: true).DetachFromDisposeScope()!;
        }

        public void Dispose()
        {
            exp_avg.Dispose();
            exp_avg_sq.Dispose();
            max_exp_avg_sq?.Dispose();
        }

        /// <summary>AMSGrad's denominator: the largest average so far.</summary>
        internal Tensor KeepMaximum()
        {
            var larger = Aten.Maximum.Call(max_exp_avg_sq, exp_avg_sq).DetachFromDisposeScope();
            max_exp_avg_sq.Dispose();
            return max_exp_avg_sq = larger;
        }

        private static Tensor ZerosLike(Parameter parameter) => Aten.ZerosLike.Call(parameter).DetachFromDisposeScope();
    }
}
