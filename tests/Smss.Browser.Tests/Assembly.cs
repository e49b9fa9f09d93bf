using Smss.Browser.Tests;

// One host, one browser, two cores: tests beside each other would only wait for each other.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
[assembly: AssemblyFixture(typeof(City))]
