global using Smss.Host.Tests.House;
