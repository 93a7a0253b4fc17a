namespace TorchSharp.Tests.Optimizers;

public class AdamWTests : ScopedTests
{
    private const double Lr = 0.01;
    private const double Beta1 = 0.9;
    private const double Beta2 = 0.99;
    private const double Epsilon = 1e-6;

    private static readonly double[] Start = [1.0, -2.0, 0.5];

    private static readonly double[][] Gradients = [[0.1, -0.2, 3.0], [0.3, 0.0, -1.0], [-0.5, 0.25, 0.125]];

    [TestCase(0.0, false, false)]
    [TestCase(0.1, false, false)]
    [TestCase(0.1, true, false)]
    [TestCase(0.0, false, true)]
    public void Three_steps_follow_the_published_rule(double weightDecay, bool amsgrad, bool maximize)
    {
        using var parameter = new Parameter(Values.Double(Start, 3));
        using var optimizer = optim.AdamW([parameter], Lr, Beta1, Beta2, Epsilon, weightDecay, amsgrad, maximize);

        var expected = (double[])Start.Clone();
        var (m, v, largest) = (new double[3], new double[3], new double[3]);
        for (var t = 1; t <= Gradients.Length; t++)
        {
            parameter.grad = Values.Double(Gradients[t - 1], 3);
            optimizer.step();

            for (var i = 0; i < 3; i++)
            {
                var g = (maximize ? -1 : 1) * Gradients[t - 1][i];
                m[i] = (Beta1 * m[i]) + ((1 - Beta1) * g);
                v[i] = (Beta2 * v[i]) + ((1 - Beta2) * g * g);
                largest[i] = Math.Max(largest[i], v[i]);
                var corrected = (amsgrad ? largest[i] : v[i]) / (1 - Math.Pow(Beta2, t));
                expected[i] = (expected[i] * (1 - (Lr * weightDecay)))
                    - (Lr * m[i] / (1 - Math.Pow(Beta1, t)) / (Math.Sqrt(corrected) + Epsilon));
            }

            Assert.That(Values.Of(parameter), Is.EqualTo(expected).Within(1e-13));
        }
    }

    [Test]
    public void The_first_step_is_the_learning_rate_in_the_gradients_direction()
    {
        using var parameter = new Parameter(tensor(new[] { 1f, 1f }));
        using var optimizer = optim.AdamW([parameter]);
        parameter.grad = tensor(new[] { 5f, -0.01f });

        optimizer.step();

        Assert.That(Values.Of(parameter), Is.EqualTo(new[] { 0.999, 1.001 }).Within(1e-6));
    }

    [Test]
    public void Parameters_without_a_gradient_are_left_alone()
    {
        using var parameter = new Parameter(ones([1]));
        using var optimizer = optim.AdamW([parameter], weight_decay: 0.5);

        optimizer.step();

        Assert.That(parameter.item<float>(), Is.EqualTo(1f));
    }

    [Test]
    public void Zero_grad_fills_with_zeros()
    {
        using var parameter = new Parameter(ones([2]));
        using var optimizer = optim.AdamW([parameter]);
        optimizer.zero_grad();
        Assert.That(parameter.grad is null, Is.True);

        parameter.grad = ones([2]);
        optimizer.zero_grad();

        Assert.That(Values.Of(parameter.grad!), Is.EqualTo(new double[] { 0, 0 }));
    }

    [Test]
    public void A_closure_computes_the_loss_of_the_step()
    {
        using var parameter = new Parameter(ones([1]));
        using var optimizer = optim.AdamW([parameter], lr: 0.1);

        var loss = optimizer.step(() =>
        {
            var value = (parameter * parameter).sum();
            value.backward();
            return value;
        });

        Assert.That((float)loss!, Is.EqualTo(1f));
        Assert.That(parameter.item<float>(), Is.EqualTo(0.9f).Within(1e-5));
    }

    [Test]
    public void Groups_have_settings_of_their_own()
    {
        using var decayed = new Parameter(ones([1]));
        using var kept = new Parameter(ones([1]));
        using var optimizer = optim.AdamW(
            new[]
            {
                new AdamW.ParamGroup([decayed], lr: 0.5, weight_decay: 0.1),
                new AdamW.ParamGroup { Parameters = [kept], Options = new AdamW.Options { weight_decay = 0 } },
            },
            lr: 0.25);
        decayed.grad = zeros([1]);
        kept.grad = zeros([1]);

        optimizer.step();

        Assert.That(decayed.item<float>(), Is.EqualTo(0.95f));
        Assert.That(kept.item<float>(), Is.EqualTo(1f));
        Assert.That(optimizer.ParamGroups.Select(group => group.LearningRate), Is.EqualTo(new[] { 0.5, 0.25 }));
    }

    [Test]
    public void The_learning_rate_can_be_changed_between_steps()
    {
        using var parameter = new Parameter(ones([1]));
        using var optimizer = optim.AdamW([parameter], lr: 0.5);
        parameter.grad = ones([1]);

        foreach (var group in optimizer.ParamGroups)
            group.LearningRate = 0.125;
        optimizer.step();

        Assert.That(parameter.item<float>(), Is.EqualTo(0.875f).Within(1e-6));
        Assert.That(optimizer.ParamGroups.Single().InitialLearningRate, Is.EqualTo(0.5));
    }

    [Test]
    public void A_groups_settings_can_be_read_and_written()
    {
        using var parameter = new Parameter(ones([1]));
        var group = new AdamW.ParamGroup([parameter], lr: 0.5);
        using var optimizer = new AdamW([group], beta1: 0.5, beta2: 0.75);

        group.LearningRate = 0.25;
        group.InitialLearningRate = 0.125;

        Assert.That(group.Parameters.Single(), Is.SameAs(parameter));
        Assert.That((group.LearningRate, group.InitialLearningRate), Is.EqualTo((0.25, 0.125)));
        Assert.That((group.Options.LearningRate, group.Options.InitialLearningRate), Is.EqualTo(((double?)0.25, 0.125)));
        Assert.That(group.Betas, Is.EqualTo((0.9, 0.999)));
        group.Betas = (0.25, 0.5);
        Assert.That((group.Options.beta1, group.Options.beta2), Is.EqualTo(((double?)0.25, (double?)0.5)));
        foreach (var controller in optimizer.ParamGroups)
            controller.InitialLearningRate = 1;
        Assert.That(group.InitialLearningRate, Is.EqualTo(1));
    }

    [Test]
    public void Settings_can_be_taken_over()
    {
        var source = new AdamW.Options { LearningRate = 0.5, InitialLearningRate = 1, beta1 = 0.25, beta2 = 0.5, eps = 1, weight_decay = 2, amsgrad = true, maximize = true };
        var target = new AdamW.Options();

        target.LoadStateDict(source);

        Assert.That((target.LearningRate, target.InitialLearningRate), Is.EqualTo(((double?)0.5, 1.0)));
        Assert.That((target.beta1, target.beta2, target.eps), Is.EqualTo(((double?)0.25, (double?)0.5, (double?)1)));
        Assert.That((target.weight_decay, target.amsgrad, target.maximize), Is.EqualTo(((double?)2, (bool?)true, (bool?)true)));
    }

    [Test]
    public void A_group_can_be_added_later()
    {
        using var first = new Parameter(ones([1]));
        using var second = new Parameter(ones([1]));
        using var optimizer = optim.AdamW([first], lr: 0.5);

        optimizer.add_param_group(new AdamW.ParamGroup([second], new AdamW.Options { LearningRate = 0.25 }));
        second.grad = ones([1]);
        optimizer.step();

        Assert.That(second.item<float>(), Is.EqualTo(0.75f).Within(1e-6));
    }

    [Test]
    public void Named_parameters_do_as_well()
    {
        using var linear = nn.Linear(2, 2);
        using var optimizer = optim.AdamW(linear.named_parameters(), lr: 0.1);
        using var constructed = new AdamW(linear.parameters());

        Assert.That(optimizer.state_dict().State, Has.Count.EqualTo(2));
        Assert.That(constructed.state_dict().State, Has.Count.EqualTo(2));
    }

    [Test]
    public void Settings_out_of_range_are_refused()
    {
        using var parameter = new Parameter(ones([1]));

        Assert.That(() => optim.AdamW([parameter], lr: -1), Throws.ArgumentException);
        Assert.That(() => optim.AdamW([parameter], beta1: 1), Throws.ArgumentException);
        Assert.That(() => optim.AdamW([parameter], beta2: 1), Throws.ArgumentException);
        Assert.That(() => optim.AdamW([parameter], eps: -1), Throws.ArgumentException);
        Assert.That(() => optim.AdamW([parameter], weight_decay: -1), Throws.ArgumentException);
    }
}
