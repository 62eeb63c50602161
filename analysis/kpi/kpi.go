// Package kpi decides how a key-account organisation is measured (method M90):
// who stays, who buys again, how much an order brings, what marketing takes, how
// loyal customers are; and whether a figure is as good as was aimed at. What is
// not known is in no figure, and is never zero.
package kpi

import (
	"math"

	"erba/analysis/null"
	"erba/kernel"
)

// Config holds what a company may decide differently.
type Config struct {
	Band   float64 `json:"band"     unit:"share" minimum:"0" maximum:"1" doc:"So far beside its target a figure is yellow, relative: 0.10"`
	Repeat float64 `json:"repeat"   unit:"share" minimum:"0" maximum:"1" doc:"Weight of the repeat rate in the loyalty index: 0.40"`
	Wallet float64 `json:"wallet"   unit:"share" minimum:"0" maximum:"1" doc:"… of the mean wallet share: 0.30"`
	Rungs  float64 `json:"rungs"    unit:"share" minimum:"0" maximum:"1" doc:"… of the customers on rungs R7 to R9: 0.30"`
	Loyal  float64 `json:"loyal"    unit:"share" minimum:"0" maximum:"1" doc:"Wallet share from which a customer stands on R7 or above: 0.50"`
}

// Default is a band of 10 %, and the weights 40, 30 and 30 %.
func Default() Config {
	return Config{Band: 0.10, Repeat: 0.4, Wallet: 0.3, Rungs: 0.3, Loyal: 0.50}
}

// Check refuses weights that are no whole.
func (c Config) Check() error {
	if !(c.Repeat >= 0 && c.Wallet >= 0 && c.Rungs >= 0 && math.Abs(c.Repeat+c.Wallet+c.Rungs-1) < 1e-9) {
		return kernel.Invalid("kpi.bad_weights")
	}
	if !(c.Band >= 0 && c.Band <= 1 && c.Loyal > 0 && c.Loyal <= 1) {
		return kernel.Invalid("kpi.bad_config")
	}
	return nil
}

// Retention is which part of the customers at the start is still there at the
// end: those at the end less the new ones, of those at the start.
func Retention(start, end, fresh int) null.Number {
	return null.Ratio(null.Of(end-fresh), null.Of(start))
}

// Churn is the rest.
func Churn(start, end, fresh int) null.Number { return 1 - Retention(start, end, fresh) }

// Repeat is which part of those who bought did so more than once.
func Repeat(buyers, again int) null.Number { return null.Ratio(null.Of(again), null.Of(buyers)) }

// Average is what one order brings.
func Average(sales, orders int64) null.Number { return null.Ratio(null.Of(sales), null.Of(orders)) }

// Loyalty is the index of three shares, itself a share; None unless all are known.
func (c *Config) Loyalty(repeat, wallet, rungs null.Number) null.Number {
	return (null.Number(c.Repeat)*repeat + null.Number(c.Wallet)*wallet + null.Number(c.Rungs)*rungs).Steady()
}

// Light says whether a figure is as good as was aimed at.
type Light string

// The lights.
const (
	Green  Light = "green"
	Yellow Light = "yellow" // nearly
	Red    Light = "red"
	Dark   Light = "none" // no figure, or no target
)

// Light compares a figure with its target; down says that less is better.
func (c *Config) Light(value, target null.Number, down bool) Light {
	if !value.Known() || !target.Known() {
		return Dark
	}
	edge := c.Edge(target, down)
	if down {
		value, target, edge = -value, -target, -edge
	}
	switch {
	case value >= target:
		return Green
	case value >= edge:
		return Yellow
	}
	return Red
}

// Edge is the last figure that is yellow.
func (c *Config) Edge(target null.Number, down bool) null.Number {
	slack := null.Number(c.Band * math.Abs(float64(target)))
	if down {
		slack = -slack
	}
	return (target - slack).Steady()
}
