package fee

import (
	"slices"

	"erba/analysis/null"
	"erba/kernel"
)

// Type is a kind of fee, below another or on top.
type Type struct {
	Key   string `json:"key"   maxLength:"24" doc:"How files and links name it"`
	Zh    string `json:"zh"    maxLength:"40" doc:"Chinese name"`
	En    string `json:"en"    maxLength:"40" doc:"English name"`
	Above string `json:"above" maxLength:"24" doc:"Key of the type it belongs to; empty: on top"`
}

// Config is the tree of fees, and when a light turns.
type Config struct {
	Types  []Type  `json:"types" maxItems:"60" doc:"The tree of fees"`
	Tight  float64 `json:"tight" minimum:"0" maximum:"1" unit:"share" doc:"From this part of the gross profit on, fees turn the light to yellow"`
	Margin float64 `json:"margin" minimum:"0" maximum:"1" unit:"share" doc:"The company's gross margin where no costs of a customer are known; 0: it is unknown, too"`
	Year   int     `json:"year"  unit:"month" minimum:"1" maximum:"12" doc:"Month in which a year of fees begins"`
}

// Default is the tree of the specification.
func Default() Config {
	return Config{Tight: 0.8, Year: 1, Types: []Type{
		{"tp3", "TP3 客户投资费用", "TP3 customer investment", ""},
		{"display", "陈列", "Display", "tp3"},
		{"pile", "堆头", "Pile-up", "tp3"},
		{"dm", "DM", "Leaflet (DM)", "tp3"},
		{"entry", "进场", "Listing", "tp3"},
		{"promoter", "促销员", "Promoter", "tp3"},
		{"rebate", "返利", "Rebate", "tp3"},
	}}
}

// Check refuses what is no tree.
func (c Config) Check() error {
	if c.Tight < 0 || c.Tight > 1 {
		return kernel.Invalid("fee.bad_tight").In("tight")
	}
	if c.Margin < 0 || c.Margin > 1 {
		return kernel.Invalid("fee.bad_margin").In("margin")
	}
	if c.Year < 1 || c.Year > 12 {
		return kernel.Invalid("fee.bad_year").In("year")
	}
	seen := map[string]bool{"": true}
	for _, t := range c.Types {
		if t.Key == "" || t.Zh == "" || t.En == "" || seen[t.Key] {
			return kernel.Invalid("fee.bad_type", "key", t.Key).In("types")
		}
		if !seen[t.Above] { // a type stands below one that is written before it: no circles
			return kernel.Invalid("fee.bad_above", "key", t.Key).In("types")
		}
		seen[t.Key] = true
	}
	if len(c.Types) == 0 {
		return kernel.Invalid("fee.no_types").In("types")
	}
	return nil
}

// Find is a type by its key.
func (c Config) Find(key string) (Type, bool) {
	i := slices.IndexFunc(c.Types, func(t Type) bool { return t.Key == key })
	if i < 0 {
		return Type{}, false
	}
	return c.Types[i], true
}

// Below are the keys of a type and of everything below it; of "" all of them.
func (c Config) Below(key string) (keys []string) {
	in := map[string]bool{key: true}
	if _, there := c.Find(key); there {
		keys = append(keys, key)
	}
	for _, t := range c.Types {
		if in[t.Above] {
			in[t.Key] = true
			keys = append(keys, t.Key)
		}
	}
	return keys
}

// The lights of a customer's fees.
const (
	Covered = "covered"
	Tight   = "tight"
	Short   = "short"
)

// Light is how fees stand to what is earned.
func (c Config) Light(r Judgement) string {
	used := null.Ratio(null.Of(r.Fees), null.Of(r.Gross))
	switch {
	case !r.OK:
		return Short
	case used.Known() && float64(used) >= c.Tight && r.Fees > 0:
		return Tight
	}
	return Covered
}

// Period is the year of fees that a day belongs to.
func (c Config) Period(on kernel.Date) (from, until kernel.Date) {
	y, m, _ := on.Parts()
	if m < c.Year {
		y--
	}
	from = kernel.On(y, c.Year, 1)
	return from, from.AddMonths(12).Add(-1)
}
