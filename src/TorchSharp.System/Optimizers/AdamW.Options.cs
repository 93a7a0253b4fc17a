namespace TorchSharp.Modules;

public partial class AdamW
{
    /// <summary>The settings of a group; what is null is taken from the optimizer.</summary>
    public class Options : OptimizerOptions
    {
#pragma warning disable CA1051 // TorchSharp's are fields.
        public double? beta1;
        public double? beta2;
        public double? weight_decay;
        public double? eps;
        public bool? amsgrad;
        public bool? maximize;
#pragma warning restore CA1051

        public override void LoadStateDict(OptimizerOptions source)
        {
            base.LoadStateDict(source);
            if (source is not Options options)
                throw new ArgumentException("The settings are not those of AdamW.", nameof(source));
            beta1 = options.beta1;
            beta2 = options.beta2;
            weight_decay = options.weight_decay;
            eps = options.eps;
            amsgrad = options.amsgrad;
            maximize = options.maximize;
        }

        internal void FillFrom(Options defaults)
        {
            LearningRate ??= defaults.LearningRate;
            InitialLearningRate = LearningRate!.Value;
            beta1 ??= defaults.beta1;
            beta2 ??= defaults.beta2;
            weight_decay ??= defaults.weight_decay;
            eps ??= defaults.eps;
            amsgrad ??= defaults.amsgrad;
            maximize ??= defaults.maximize;
        }
    }
}
