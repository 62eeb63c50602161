// Package application decides what a customer will buy from what he has bought
// (method M62), and how completely we know him (method M95): his organisation, the
// people who count, what he uses our goods for, who competes, and what we plan.
package application

import (
	"math"

	"erba/analysis/null"
)

// Config holds what a company may decide differently.
type Config struct {
	Cautious bool `json:"cautious" doc:"Grow from the mean of three years instead of the last one"`
}

// Default grows from the last year.
func Default() Config { return Config{} }

// Check refuses nothing: both ways to grow are ways.
func (Config) Check() error { return nil }

// The sources of a project's money.
const (
	Treasury = "treasury" // public money
	Own      = "own"
	Loan     = "loan"
	Special  = "special" // earmarked
	Unsecure = "unsecured"
)

// The ways in which a customer buys.
const (
	Tender  = "tender"
	Project = "project" // along with a project
	Single  = "single"  // bit by bit
)

// Growth is the mean growth a year over three years, oldest first; None where
// there was nothing to grow from, or nothing is left.
func Growth(years [3]null.Number) null.Number {
	first, last := years[0], years[2]
	if !first.Known() || !last.Known() || first <= 0 || last <= 0 {
		return null.None
	}
	return null.Number(math.Sqrt(float64(last/first)) - 1)
}

// Forecast is what the next year brings: the last one, or for the cautious the mean
// of three, and its growth.
func (c Config) Forecast(years [3]null.Number) null.Number {
	growth, base := Growth(years), years[2]
	if c.Cautious {
		base = (years[0] + years[1] + years[2]) / 3
	}
	if !growth.Known() || !base.Known() {
		return null.None
	}
	return (base * (1 + growth)).Steady()
}

// Known is how much of each part of an analysis is there, in percent; a part that
// nobody can say anything of counts as nothing.
type Known struct {
	Organisation null.Number `json:"organisation"`
	People       null.Number `json:"people"`
	Application  null.Number `json:"application"`
	Competitors  null.Number `json:"competitors"`
	Plan         null.Number `json:"plan"`
}

// Complete is the mean of the five parts, in percent.
func (k Known) Complete() (sum null.Number) {
	for _, part := range []null.Number{k.Organisation, k.People, k.Application, k.Competitors, k.Plan} {
		if part.Known() {
			sum += part / 5
		}
	}
	return sum.Steady()
}

// Filled is how many of some blocks are filled, in percent; no block: unknown.
func Filled(done, of int) null.Number { return null.Ratio(null.Of(done*100), null.Of(of)) }

// Planned is how far a plan is: strengths, weaknesses, chances and threats have all
// something, and somebody does something about it.
func Planned(boxes, actions int) null.Number {
	done := 0
	if boxes >= 4 {
		done++
	}
	if actions >= 1 {
		done++
	}
	return Filled(done, 2)
}
