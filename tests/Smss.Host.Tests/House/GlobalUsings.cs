global using Smss.Host.Tests.House;

[assembly: AssemblyFixture(typeof(HouseKeeping))]
