package evaluation

import "erba/kernel"

// Care is how the accounts of a tier are looked after.
type Care struct {
	Hours float64 `json:"hours" minimum:"0" maximum:"8760" unit:"hours" doc:"Of a manager, for one account and year (method M67)"`
	Cover string  `json:"cover" enum:"one_to_one,one_to_few,one_to_many,call_centre" doc:"Method M67"`
	Goal  string  `json:"goal"  enum:"share,amount" doc:"A share of what the account buys, or an amount (method M66)"`
	Forms int     `json:"forms" minimum:"0" maximum:"5" unit:"count" doc:"Forms of care in a year, of five (method M87)"`
}

// Cares are those of the tiers.
type Cares struct {
	Major    Care `json:"MAJOR"`
	Named    Care `json:"NAMED"`
	NonNamed Care `json:"NONNAMED"`
	Mass     Care `json:"MASS"`
}

func usualCares() Cares {
	return Cares{Care{900, "one_to_one", "share", 5}, Care{225, "one_to_few", "share", 4},
		Care{30, "one_to_many", "amount", 3}, Care{3.6, "call_centre", "amount", 1}}
}

// of is the care that goes with a tier, by rank; without one there is none.
func (c Cares) of(rank int) Care { return [...]Care{{}, c.Mass, c.NonNamed, c.Named, c.Major}[rank] }

// hours are those of a manager that an account takes in a month.
func (c Cares) hours(rank int) float64 { return c.of(rank).Hours / 12 }

// Check refuses a tier that gets less than the one below it.
func (c Cares) Check() error {
	for rank, tier := range Models[place(Tier)].Classes {
		here, below := c.of(rank+1), c.of(rank)
		switch {
		case here.Hours < below.Hours:
			return kernel.Invalid("governance.less_than_below").In(tier + ".hours")
		case here.Forms < below.Forms:
			return kernel.Invalid("governance.less_than_below").In(tier + ".forms")
		}
	}
	return nil
}
