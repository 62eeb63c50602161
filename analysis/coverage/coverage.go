// Package coverage decides how customers are covered (method M67): how many
// people and hours the tiers ask for, who has more than he can look after, and
// which customer gets more or less than his tier asks for.
//
//	MAJOR     one to one, a strategic one by a team
//	NAMED     one to few
//	NONNAMED  one to many
//	MASS      by telephone
//
// Hours are whole millionths, so that sums do not depend on their order.
package coverage

import (
	"math"

	"erba/analysis/pyramid"
	"erba/kernel"
)

// Class is how the customers of one tier are covered.
type Class struct {
	Hours float64 `json:"hours" unit:"hours" minimum:"0" maximum:"8760"  doc:"For one account and year"`
	Each  int     `json:"each"  unit:"count" minimum:"1" maximum:"10000" doc:"Accounts that one person covers"`
	Most  int     `json:"most"  unit:"count" minimum:"0" maximum:"10000" doc:"That one person may have at most; 0: as many as his hours allow"`
}

// Config holds what a company may decide differently.
type Config struct {
	Year      float64 `json:"year"      unit:"hours" minimum:"1" maximum:"8760" doc:"Working hours of a year: 1,800"`
	Selling   float64 `json:"selling"   unit:"share" minimum:"0.01" maximum:"1" doc:"Of them with accounts: 0.5"`
	Major     Class   `json:"MAJOR"`
	Named     Class   `json:"NAMED"`
	NonNamed  Class   `json:"NONNAMED"`
	Mass      Class   `json:"MASS"`
	Alone     bool    `json:"alone"     doc:"Who looks after a MAJOR has no other account"`
	Team      int     `json:"team"      unit:"count" minimum:"1" maximum:"20"   doc:"People for a strategic MAJOR: 3"`
	Strategic float64 `json:"strategic" unit:"hours" minimum:"0" maximum:"50000" doc:"For a strategic MAJOR and year: 2,700"`
	Over      float64 `json:"over"      unit:"score" minimum:"1" maximum:"10"   doc:"From so many times the hours of its tier on an account is over-served: 1.5"`
	Under     float64 `json:"under"     unit:"share" minimum:"0" maximum:"1"    doc:"Below this share of them it is under-served: 0.5"`
	Least     float64 `json:"least"     unit:"hours" minimum:"0" maximum:"1000" doc:"A difference up to this is none: 8"`
}

// Default is 1 : 1, 4, 30 and 250, and 900 hours a year of a person with accounts.
func Default() Config {
	return Config{Year: 1800, Selling: 0.5,
		Major: Class{900, 1, 1}, Named: Class{225, 4, 6}, NonNamed: Class{30, 30, 40}, Mass: Class{3.6, 250, 0},
		Alone: true, Team: 3, Strategic: 2700, Over: 1.5, Under: 0.5, Least: 8}
}

// Tiers are those that are covered, from the top.
var Tiers = []pyramid.Tier{pyramid.Major, pyramid.Named, pyramid.NonNamed, pyramid.Mass}

// of is the class of a tier; nothing is asked for a customer without one.
func (c *Config) of(t pyramid.Tier) Class {
	return [...]Class{pyramid.None: {Each: 1}, pyramid.Mass: c.Mass, pyramid.NonNamed: c.NonNamed, pyramid.Named: c.Named, pyramid.Major: c.Major}[t]
}

// Check refuses a year without hours, a tier that gets less than the one below
// it, and limits between which everybody would be judged wrong.
func (c Config) Check() error {
	if !(c.Year > 0) || !(c.Selling > 0 && c.Selling <= 1) || c.Team < 1 || !(c.Strategic >= c.Major.Hours) || !(c.Over >= 1 && c.Under >= 0 && c.Under <= 1 && c.Least >= 0) {
		return kernel.Invalid("coverage.bad_config")
	}
	for at, tier := range Tiers {
		here := c.of(tier)
		if !(here.Hours >= 0) || here.Each < 1 || here.Most < 0 {
			return kernel.Invalid("coverage.bad_config").In(tier.String())
		}
		if at > 0 && here.Hours > c.of(Tiers[at-1]).Hours {
			return kernel.Invalid("coverage.more_than_above").In(tier.String() + ".hours")
		}
	}
	return nil
}

const million = 1_000_000

func micro(hours float64) int64 { return int64(math.Round(hours * million)) }

// Capacity is how many millionths of hours a person has for accounts in a year.
func (c *Config) Capacity() int64 { return micro(c.Year * c.Selling) }

// Hours are those that a customer asks for in a year, in millionths.
func (c *Config) Hours(t pyramid.Tier, strategic bool) int64 {
	if strategic && t == pyramid.Major {
		return micro(c.Strategic)
	}
	return micro(c.of(t).Hours)
}

// Need is what the customers of a tier ask for.
type Need struct {
	Tier      pyramid.Tier `json:"tier"      enum:"MAJOR,NAMED,NONNAMED,MASS"`
	Accounts  int          `json:"accounts"`
	Strategic int          `json:"strategic" doc:"Of them covered by a team"`
	People    int          `json:"people"    doc:"By the rule of heads, rounded up"`
	Hours     int64        `json:"-"`
}

// Needs are those of all tiers, from the top: customers and strategic ones by tier.
func (c *Config) Needs(count, strategic [5]int) []Need {
	all := make([]Need, len(Tiers))
	for at, tier := range Tiers {
		n := Need{Tier: tier, Accounts: count[tier], Strategic: strategic[tier]}
		plain := n.Accounts - n.Strategic
		n.People = ceil(plain, c.of(tier).Each) + n.Strategic*c.Team
		n.Hours = int64(plain)*c.Hours(tier, false) + int64(n.Strategic)*c.Hours(tier, true)
		all[at] = n
	}
	return all
}

// Total adds needs up: people by the rule of heads, and persons by the hours.
func (c *Config) Total(all []Need) (people, persons int, hours int64) {
	for _, n := range all {
		people, hours = people+n.People, hours+n.Hours
	}
	return people, int((hours + c.Capacity() - 1) / c.Capacity()), hours
}

func ceil(n, by int) int { return (n + by - 1) / by }
