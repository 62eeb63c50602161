package membership

import (
	"testing"

	"erba/analysis/null"
	"erba/kernel"
	"pgregory.net/rapid"
)

func TestM19(t *testing.T) {
	none := null.None
	tests := map[string]struct {
		customer Customer
		want     Card
		open     bool
	}{
		"2,600,000, 86 points, 2 years":          {Customer{true, 2_600_000_00, 86, 2}, Gold, false},
		"the same, but no key account":           {Customer{false, 2_600_000_00, 86, 2}, None, false},
		"exactly at two criteria of platinum":    {Customer{true, 5_000_000_00, 85, 0}, Platinum, false},
		"one of three only":                      {Customer{true, 9_000_000_00, 0, 0}, None, false},
		"silver by points and years":             {Customer{true, 0, 65, 1}, Silver, false},
		"the points are unknown and would do it": {Customer{true, 5_000_000_00, none, 3}, Gold, true},
		"nothing is known":                       {Customer{true, none, none, none}, None, true},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			cfg := Default()
			if got, open := cfg.Of(tt.customer); got != tt.want || open != tt.open {
				t.Errorf("%s, open %t", got.Key(), open)
			}
			if e := cfg.Explain(tt.customer); e.Result != tt.want.Key() {
				t.Errorf("explained as %+v", e)
			}
		})
	}
}

func TestM19IsValidForAYear(t *testing.T) {
	cfg := Default()
	if got := cfg.Until(kernel.On(2026, 7, 1)); got != kernel.On(2027, 6, 30) {
		t.Errorf("until %v", got)
	}
}

func TestSettingsThatMakeNoSense(t *testing.T) {
	tests := map[string]func(*Config){
		"platinum that asks for less than gold": func(c *Config) { c.Platinum.Score = 70 },
		"four of three criteria":                func(c *Config) { c.Need = 4 },
		"a card that ends before it begins":     func(c *Config) { c.Months = 0 },
		"fewer events than none":                func(c *Config) { c.Gold.Events = -1 },
	}
	for name, spoil := range tests {
		t.Run(name, func(t *testing.T) {
			cfg := Default()
			if err := cfg.Check(); err != nil {
				t.Fatal(err)
			}
			if spoil(&cfg); cfg.Check() == nil {
				t.Error("accepted")
			}
		})
	}
}

func TestMoreNeverWorsensTheCardAndExplanationsComeTrue(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		cfg := Default()
		customer := Customer{true, null.Of(rapid.Int64Range(0, 6_000_000_00).Draw(t, "sales")),
			null.Of(rapid.IntRange(0, 100).Draw(t, "score")), null.Of(rapid.IntRange(0, 7).Draw(t, "years"))}
		card, _ := cfg.Of(customer)
		for _, change := range cfg.Explain(customer).Changes {
			other := customer
			switch change.Key {
			case "membership.sales":
				other.Sales = null.Number(change.To)
			case "membership.score":
				other.Score = null.Number(change.To)
			default:
				other.Years = null.Number(change.To)
			}
			if got, _ := cfg.Of(other); got.Key() != change.Result {
				t.Fatalf("%+v gives %s", change, got.Key())
			}
		}
		customer.Sales, customer.Score, customer.Years = customer.Sales+null.Of(rapid.Int64Range(0, 1e9).Draw(t, "more")), customer.Score+1, customer.Years+1
		if better, _ := cfg.Of(customer); better < card {
			t.Fatalf("%s fell to %s", card.Key(), better.Key())
		}
	})
}

func TestM19SaysWhatTheNextCardAsksFor(t *testing.T) {
	cfg := Default()
	l, ok := cfg.Lift(Customer{true, 2_600_000_00, 86, 2}, Gold)
	if !ok || l.To != "platinum" || l.Need != 2 || l.Met != 1 || l.Criteria[0].Met || !l.Criteria[1].Met || l.Criteria[2].Met || l.Criteria[2].Least != 5 {
		t.Errorf("%+v", l)
	}
	if _, ok := cfg.Lift(Customer{true, 9e9, 99, 9}, Platinum); ok {
		t.Error("there is nothing above platinum")
	}
}

func TestACardNeverLowersWhatEverybodyHas(t *testing.T) {
	cfg := Default()
	if cfg.Silver.Credit = 0.9; cfg.Check() == nil {
		t.Error("a card may lower the credit limit")
	}
}
