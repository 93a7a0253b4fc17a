namespace Sasr.Arena.Evaluation.Statistics;

/// <summary>
/// The standard error of a mean over episodes that come in clusters: several samples of one problem are not independent, and
/// the plain standard error would be too small. E. Miller, "Adding Error Bars to Evals" (2024), section 2.2: the variance of
/// the central limit theorem plus, within each cluster, the products of every two deviations from the mean, over n².
/// </summary>
public static class ClusteredError
{
    /// <summary>The mean's standard error.</summary>
    /// <param name="clusters">Scores by cluster, here by problem; empty clusters are none.</param>
    /// <returns>The standard error; null where fewer than two clusters have scores, which says nothing about the spread between them.</returns>
    public static double? Of(IReadOnlyCollection<IReadOnlyCollection<double>> clusters)
    {
        ArgumentNullException.ThrowIfNull(clusters);
        double[] all = [.. clusters.SelectMany(scores => scores)];
        if (clusters.Count(scores => scores.Count > 0) < 2)
            return null;
        double n = all.Length, mean = all.Average();
        double squares = all.Sum(score => (score - mean) * (score - mean));
        double products = clusters.Sum(scores =>
        {
            double sum = scores.Sum(score => score - mean);
            return (sum * sum) - scores.Sum(score => (score - mean) * (score - mean));
        });
        double variance = (squares / (n - 1) / n) + (products / (n * n));
        // Clusters whose members disagree throughout can bring the estimate to 0, and rounding below it.
        return Math.Sqrt(Math.Max(0, variance));
    }
}
