using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor add_(Tensor target) => InPlace(Aten.AddTensorInPlace, target);

        public Tensor add_(Tensor target, Scalar alpha)
        {
            Aten.AddTensorInPlace.Run(this, target, alpha);
            return this;
        }

        public Tensor add_(Scalar scalar) => InPlace(Aten.AddScalarInPlace, scalar);

        public Tensor add_(Scalar scalar, Scalar alpha)
        {
            Aten.AddScalarInPlace.Run(this, scalar, alpha);
            return this;
        }

        public Tensor mul_(Tensor target) => InPlace(Aten.MulTensorInPlace, target);

        public Tensor mul_(Scalar target) => InPlace(Aten.MulScalarInPlace, target);

        public Tensor pow(Tensor exponent) => Aten.PowTensor.Call(this, exponent);

        public Tensor pow(Scalar exponent) => Aten.PowScalar.Call(this, exponent);

        public Tensor sqrt() => Aten.Sqrt.Call(this);

        public Tensor rsqrt() => Aten.Rsqrt.Call(this);

        public Tensor exp() => Aten.Exp.Call(this);

        public Tensor log() => Aten.Log.Call(this);

        public Tensor neg() => Aten.Neg.Call(this);

        public Tensor cos() => Aten.Cos.Call(this);

        public Tensor sin() => Aten.Sin.Call(this);

        /// <summary>The matrix product, over any leading dimensions.</summary>
        public Tensor matmul(Tensor target) => Aten.Matmul.Call(this, target);

        public Tensor clamp(Scalar? min = null, Scalar? max = null) => Aten.ClampScalar.Call(this, min, max);

        public Tensor clamp(Tensor? min = null, Tensor? max = null) => Aten.ClampTensor.Call(this, min, max);

        public Tensor isnan() => Aten.IsNan.Call(this);

        public Tensor isfinite() => Aten.IsFinite.Call(this);

        public Tensor eq(Tensor target) => Aten.EqTensor.Call(this, target);

        public Tensor eq(Scalar target) => Aten.EqScalar.Call(this, target);

        public Tensor ne(Tensor target) => Aten.NeTensor.Call(this, target);

        public Tensor ne(Scalar target) => Aten.NeScalar.Call(this, target);

        /// <summary>Fills the tensor with draws from the exponential distribution.</summary>
        public Tensor exponential_(double lambda = 1, Generator? generator = null)
        {
            Aten.ExponentialInPlace.Run(this, lambda, generator);
            return this;
        }

        /// <summary>The lower triangle, zeros elsewhere.</summary>
        public Tensor tril(long diagonal = 0) => Aten.Tril.Call(this, diagonal);

        /// <summary>The upper triangle, zeros elsewhere.</summary>
        public Tensor triu(long diagonal = 0) => Aten.Triu.Call(this, diagonal);

        private Tensor InPlace(Operator op, Argument argument)
        {
            op.Run(this, argument);
            return this;
        }
    }
}
