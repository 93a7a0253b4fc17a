namespace TorchSharp.Tests.Modules;

public class LayerTests : ScopedTests
{
    [Test]
    public void Linear_is_x_times_the_weight_transposed_plus_the_bias()
    {
        using var linear = nn.Linear(
            new Parameter(tensor(new[] { 1f, 2f, 3f, 4f, 5f, 6f }, [3, 2])), new Parameter(tensor(new[] { 0.5f, 0, -1 })));

        Assert.That(Values.Of(linear.call(tensor(new[] { 1f, 10f }, [1, 2]))), Is.EqualTo(new[] { 21.5, 43, 64 }));
        Assert.That(Values.Of(linear.forward(tensor(new[] { 1f, 10f }))), Is.EqualTo(new[] { 21.5, 43, 64 }));
    }

    [Test]
    public void Linear_begins_within_one_over_the_root_of_its_inputs()
    {
        using var linear = nn.Linear(16, 100);

        Assert.That(linear.weight.shape, Is.EqualTo(new long[] { 100, 16 }));
        Assert.That(linear.bias!.shape, Is.EqualTo(new long[] { 100 }));
        Assert.That(Values.Of(linear.weight), Is.All.InRange(-0.25, 0.25));
        Assert.That(Values.Of(linear.bias!), Is.All.InRange(-0.25, 0.25));
        // The variance of a uniform distribution on ±1/4 is 1/48.
        Assert.That(Values.Of(linear.weight).Average(w => w * w), Is.EqualTo(1.0 / 48).Within(0.002));
        Assert.That(linear.weight.requires_grad, Is.True);
    }

    [Test]
    public void Linear_may_have_no_bias_another_type_and_another_weight()
    {
        using var linear = nn.Linear(2, 2, hasBias: false, dtype: ScalarType.Float64);
        Assert.That(linear.bias is null, Is.True);
        Assert.That(linear.weight.dtype, Is.EqualTo(ScalarType.Float64));

        linear.weight = new Parameter(ones([1, 2]));
        linear.bias = new Parameter(ones([1]));

        Assert.That((float)linear.call(ones([1, 2])), Is.EqualTo(3f));
        Assert.That(linear.named_parameters().Select(pair => pair.Item1), Is.EquivalentTo(new[] { "weight", "bias" }));
    }

    [Test]
    public void Embedding_gives_the_rows()
    {
        using var embedding = nn.Embedding(4, 3);
        using (no_grad())
            embedding.weight!.copy_(arange(12).reshape(4, 3));

        var rows = embedding.call(tensor(new[] { 3L, 0L }, [1, 2]));
        rows.sum().backward();

        Assert.That(rows.shape, Is.EqualTo(new long[] { 1, 2, 3 }));
        Assert.That(Values.Of(rows), Is.EqualTo(new double[] { 9, 10, 11, 0, 1, 2 }));
        Assert.That(Values.Of(embedding.weight!.grad!), Is.EqualTo(new double[] { 1, 1, 1, 0, 0, 0, 0, 0, 0, 1, 1, 1 }));
        Assert.That(Values.Of(embedding.forward(tensor(new[] { 1L }))), Is.EqualTo(new double[] { 3, 4, 5 }));
    }

    [Test]
    public void Embedding_begins_standard_normal_and_its_padding_has_no_gradient()
    {
        using var embedding = nn.Embedding(200, 50, padding_idx: 0);

        embedding.call(tensor(new[] { 0L, 1L })).sum().backward();

        Assert.That(Values.Of(embedding.weight!).Average(w => w * w), Is.EqualTo(1).Within(0.07));
        Assert.That(Values.Of(embedding.weight!.grad![0]), Is.All.EqualTo(0));
        Assert.That(Values.Of(embedding.weight!.grad![1]), Is.All.EqualTo(1));
    }

    [Test]
    public void An_embedding_can_be_replaced()
    {
        using var embedding = nn.Embedding(2, 2);

        embedding.weight = new Parameter(ones([2, 2]));

        Assert.That(Values.Of(embedding.call(tensor(new[] { 1L }))), Is.EqualTo(new double[] { 1, 1 }));
        Assert.That(embedding.parameters().Count(), Is.EqualTo(1));
    }

    [Test]
    public void Dropout_drops_in_training_only()
    {
        using var dropout = nn.Dropout(0.25);
        var x = ones([10_000]);

        var trained = Values.Of(dropout.call(x));
        dropout.eval();

        Assert.That(trained.Distinct().Order().ToArray(), Is.EqualTo(new[] { 0, 4.0 / 3 }).Within(1e-6));
        Assert.That(trained.Count(value => value == 0) / 10_000.0, Is.EqualTo(0.25).Within(0.022));
        Assert.That(Values.Of(dropout.call(x)), Is.All.EqualTo(1));
    }

    [Test]
    public void A_list_of_modules_numbers_them()
    {
        using var list = nn.ModuleList<Linear>(nn.Linear(1, 1, false), nn.Linear(1, 2, false));
        using var mixed = nn.ModuleList(nn.Linear(1, 1), nn.Dropout());

        Assert.That(list.Count, Is.EqualTo(2));
        Assert.That(list[1].weight.shape, Is.EqualTo(new long[] { 2, 1 }));
        Assert.That(list.ToList(), Has.Count.EqualTo(2));
        Assert.That(mixed.Count, Is.EqualTo(2));
    }

    [Test]
    public void A_list_of_modules_is_a_list()
    {
        using var one = nn.Linear(1, 1);
        using var two = nn.Linear(1, 1);
        using var list = new ModuleList<Linear>(one);
        var copy = new Linear[2];

        list.Insert(0, two);
        list.CopyTo(copy, 0);
        Assert.That(copy, Is.EqualTo(new[] { two, one }));
        Assert.That(list.IndexOf(one), Is.EqualTo(1));
        Assert.That(list.Contains(two), Is.True);
        Assert.That(list.Remove(two), Is.True);
        list[0] = two;
        Assert.That(list.Contains(one), Is.False);
        list.RemoveAt(0);
        list.Add(one);
        list.Clear();
        Assert.That(list.Count, Is.Zero);
        Assert.That(list.IsReadOnly, Is.False);
    }

    [Test]
    public void A_list_can_grow_before_it_is_registered()
    {
        using var network = new ListNetwork(3);

        Assert.That(network.state_dict().Keys, Is.EquivalentTo(new[] { "layers.0.weight", "layers.1.weight", "layers.2.weight" }));
    }

    [Test]
    public void A_parameter_takes_over_its_tensor()
    {
        using var trained = new Parameter(ones([2]));
        using var frozen = new Parameter(ones([2]), requires_grad: false);
        using var made = ones([2]).AsParameter();

        Assert.That(trained.requires_grad, Is.True);
        Assert.That(frozen.requires_grad, Is.False);
        Assert.That(made.requires_grad, Is.True);
        Assert.That(Values.Of(trained), Is.EqualTo(new double[] { 1, 1 }));
    }

    private sealed class ListNetwork : nn.Module<torch.Tensor, torch.Tensor>
    {
        private readonly ModuleList<Linear> layers = nn.ModuleList<Linear>();

        public ListNetwork(int count)
            : base(nameof(ListNetwork))
        {
            for (var i = 0; i < count; i++)
                layers.Add(nn.Linear(1, 1, hasBias: false));
            RegisterComponents();
        }

        public override torch.Tensor forward(torch.Tensor input) => layers.Aggregate(input, (x, layer) => layer.call(x));
    }
}
