namespace TorchSharp.Interop;

/// <summary>The operators that this library calls, under their schemas' names.</summary>
internal static class Aten
{
    // Creation
    public static readonly Operator Zeros = new("aten::zeros");
    public static readonly Operator Ones = new("aten::ones");
    public static readonly Operator Empty = new("aten::empty", "memory_format");
    public static readonly Operator Full = new("aten::full");
    public static readonly Operator Rand = new("aten::rand", "generator");
    public static readonly Operator Randn = new("aten::randn", "generator");
    public static readonly Operator ArangeStep = new("aten::arange", "start_step");
    public static readonly Operator ZerosLike = new("aten::zeros_like");
    public static readonly Operator Multinomial = new("aten::multinomial");

    // Conversion and memory
    public static readonly Operator To = new("aten::to", "dtype_layout");
    public static readonly Operator Detach = new("aten::detach");
    public static readonly Operator Clone = new("aten::clone");
    public static readonly Operator Contiguous = new("aten::contiguous");
    public static readonly Operator CopyInPlace = new("aten::copy_");
    public static readonly Operator ZeroInPlace = new("aten::zero_");
    public static readonly Operator FillInPlace = new("aten::fill_", "Scalar");

    // Shape
    public static readonly Operator View = new("aten::view");
    public static readonly Operator Reshape = new("aten::reshape");
    public static readonly Operator Flatten = new("aten::flatten", "using_ints");
    public static readonly Operator Transpose = new("aten::transpose", "int");
    public static readonly Operator Permute = new("aten::permute");
    public static readonly Operator Unsqueeze = new("aten::unsqueeze");
    public static readonly Operator Squeeze = new("aten::squeeze");
    public static readonly Operator SqueezeDim = new("aten::squeeze", "dim");
    public static readonly Operator Expand = new("aten::expand");
    public static readonly Operator RepeatInterleaveTensor = new("aten::repeat_interleave", "self_Tensor");
    public static readonly Operator RepeatInterleaveInt = new("aten::repeat_interleave", "self_int");
    public static readonly Operator Narrow = new("aten::narrow");
    public static readonly Operator Chunk = new("aten::chunk");
    public static readonly Operator Cat = new("aten::cat");
    public static readonly Operator Stack = new("aten::stack");

    // Indexing
    public static readonly Operator Select = new("aten::select", "int");
    public static readonly Operator Slice = new("aten::slice", "Tensor");
    public static readonly Operator Index = new("aten::index", "Tensor");
    public static readonly Operator IndexPutInPlace = new("aten::index_put_");
    public static readonly Operator IndexSelect = new("aten::index_select");
    public static readonly Operator IndexCopyInPlace = new("aten::index_copy_");
    public static readonly Operator Gather = new("aten::gather");
    public static readonly Operator ScatterInPlace = new("aten::scatter_", "src");
    public static readonly Operator MaskedFill = new("aten::masked_fill", "Scalar");
    public static readonly Operator Where = new("aten::where", "self");
    public static readonly Operator WhereIndices = new("aten::where");

    // Arithmetic
    public static readonly Operator AddTensor = new("aten::add", "Tensor");
    public static readonly Operator AddScalar = new("aten::add", "Scalar");
    public static readonly Operator SubTensor = new("aten::sub", "Tensor");
    public static readonly Operator SubScalar = new("aten::sub", "Scalar");
    public static readonly Operator MulTensor = new("aten::mul", "Tensor");
    public static readonly Operator MulScalar = new("aten::mul", "Scalar");
    public static readonly Operator DivTensor = new("aten::div", "Tensor");
    public static readonly Operator DivScalar = new("aten::div", "Scalar");
    public static readonly Operator Reciprocal = new("aten::reciprocal");
    public static readonly Operator AddTensorInPlace = new("aten::add_", "Tensor");
    public static readonly Operator AddScalarInPlace = new("aten::add_", "Scalar");
    public static readonly Operator MulTensorInPlace = new("aten::mul_", "Tensor");
    public static readonly Operator MulScalarInPlace = new("aten::mul_", "Scalar");
    public static readonly Operator DivScalarInPlace = new("aten::div_", "Scalar");
    public static readonly Operator AddcmulInPlace = new("aten::addcmul_");
    public static readonly Operator AddcdivInPlace = new("aten::addcdiv_");
    public static readonly Operator PowTensor = new("aten::pow", "Tensor_Tensor");
    public static readonly Operator PowScalar = new("aten::pow", "Tensor_Scalar");
    public static readonly Operator Sqrt = new("aten::sqrt");
    public static readonly Operator Rsqrt = new("aten::rsqrt");
    public static readonly Operator Exp = new("aten::exp");
    public static readonly Operator Log = new("aten::log");
    public static readonly Operator Neg = new("aten::neg");
    public static readonly Operator Cos = new("aten::cos");
    public static readonly Operator Sin = new("aten::sin");
    public static readonly Operator ClampScalar = new("aten::clamp");
    public static readonly Operator ClampTensor = new("aten::clamp", "Tensor");
    public static readonly Operator Tril = new("aten::tril");
    public static readonly Operator Triu = new("aten::triu");
    public static readonly Operator Matmul = new("aten::matmul");
    public static readonly Operator Outer = new("aten::outer");

    // Reduction
    public static readonly Operator Sum = new("aten::sum");
    public static readonly Operator SumDims = new("aten::sum", "dim_IntList");
    public static readonly Operator Mean = new("aten::mean");
    public static readonly Operator MeanDims = new("aten::mean", "dim");
    public static readonly Operator Max = new("aten::max");
    public static readonly Operator MaxOther = new("aten::max", "other");
    public static readonly Operator MaxDim = new("aten::max", "dim");
    public static readonly Operator Maximum = new("aten::maximum");
    public static readonly Operator Argmax = new("aten::argmax");
    public static readonly Operator Topk = new("aten::topk");
    public static readonly Operator Sort = new("aten::sort", "stable");
    public static readonly Operator Cumsum = new("aten::cumsum");
    public static readonly Operator Softmax = new("aten::softmax", "int");
    public static readonly Operator LogSoftmax = new("aten::log_softmax", "int");
    public static readonly Operator Logsumexp = new("aten::logsumexp");
    public static readonly Operator Any = new("aten::any");
    public static readonly Operator AnyDim = new("aten::any", "dim");
    public static readonly Operator VectorNorm = new("aten::linalg_vector_norm");

    // Comparison
    public static readonly Operator IsNan = new("aten::isnan");
    public static readonly Operator IsFinite = new("aten::isfinite");
    public static readonly Operator EqTensor = new("aten::eq", "Tensor");
    public static readonly Operator EqScalar = new("aten::eq", "Scalar");
    public static readonly Operator NeTensor = new("aten::ne", "Tensor");
    public static readonly Operator NeScalar = new("aten::ne", "Scalar");
    public static readonly Operator LtTensor = new("aten::lt", "Tensor");
    public static readonly Operator LtScalar = new("aten::lt", "Scalar");
    public static readonly Operator GtTensor = new("aten::gt", "Tensor");
    public static readonly Operator GtScalar = new("aten::gt", "Scalar");
    public static readonly Operator Equal = new("aten::equal");

    // Random
    public static readonly Operator NormalInPlace = new("aten::normal_");
    public static readonly Operator UniformInPlace = new("aten::uniform_");
    public static readonly Operator ExponentialInPlace = new("aten::exponential_");

    // Layers
    public static readonly Operator Linear = new("aten::linear");
    public static readonly Operator Embedding = new("aten::embedding");
    public static readonly Operator EmbeddingRenormInPlace = new("aten::embedding_renorm_");
    public static readonly Operator Silu = new("aten::silu");
    public static readonly Operator SiluInPlace = new("aten::silu_");
    public static readonly Operator Dropout = new("aten::dropout");
    public static readonly Operator DropoutInPlace = new("aten::dropout_");
    public static readonly Operator CrossEntropy = new("aten::cross_entropy_loss");
    public static readonly Operator Attention = new("aten::scaled_dot_product_attention");
    public static readonly Operator AttentionOf113 = new("aten::_scaled_dot_product_attention");
}
