namespace TorchSharp.Tests.Modules;

/// <summary>A network whose components are all found in its fields.</summary>
internal sealed class FieldNetwork : nn.Module<torch.Tensor, torch.Tensor>
{
    internal readonly Linear first = nn.Linear(2, 3);
    internal readonly ModuleList<Linear> layers = nn.ModuleList(nn.Linear(3, 3), nn.Linear(3, 3, hasBias: false));
    internal Parameter scale = new(ones([3]));
    internal torch.Tensor offset = zeros([3]);

    public FieldNetwork()
        : base(nameof(FieldNetwork))
    {
        register_buffer("table", arange(3, ScalarType.Float32), persistent: false);
        RegisterComponents();
    }

    public override torch.Tensor forward(torch.Tensor input)
    {
        var x = first.call(input);
        foreach (var layer in layers)
            x = layer.call(x);
        return (x * scale) + offset;
    }
}

/// <summary>A network that names its components itself.</summary>
internal sealed class NamedNetwork : nn.Module<torch.Tensor, torch.Tensor>
{
    private readonly Linear _projection;

    public NamedNetwork(Linear projection)
        : base(nameof(NamedNetwork))
    {
        _projection = projection;
        Scale = new Parameter(ones([1]));
        register_module("o_proj", projection);
        register_parameter("weight", Scale);
    }

    public Parameter Scale { get; }

    public override torch.Tensor forward(torch.Tensor input) => _projection.call(input) * Scale;

    // The field has another name than the module in it.
    protected override void RegisterComponents()
    {
    }
}

internal sealed class Sum : nn.Module<torch.Tensor, torch.Tensor, torch.Tensor>
{
    public Sum()
        : base(nameof(Sum))
    {
    }

    public override torch.Tensor forward(torch.Tensor input1, torch.Tensor input2) => input1 + input2;
}

internal sealed class SumOfThree : nn.Module<torch.Tensor, torch.Tensor, torch.Tensor, torch.Tensor>
{
    public SumOfThree()
        : base(nameof(SumOfThree))
    {
    }

    public override torch.Tensor forward(torch.Tensor input1, torch.Tensor input2, torch.Tensor input3) => input1 + input2 + input3;
}
