package price

import (
	"testing"

	"erba/kernel"
)

func yuan(n int64) *kernel.Decimal { return new(kernel.Whole(n)) }

func TestM72WhichPricesTakeConsent(t *testing.T) {
	free := Default()
	free.Free = 10
	tests := map[string]struct {
		config      Config
		tag         Tag
		asked       int64
		needs, deep bool
	}{
		"the list price":               {Default(), Tag{Known: yuan(100), Floor: yuan(80)}, 100, false, false},
		"between list and floor":       {Default(), Tag{Known: yuan(100), Floor: yuan(80)}, 90, true, false},
		"the floor":                    {Default(), Tag{Known: yuan(100), Floor: yuan(80)}, 80, true, false},
		"below the floor":              {Default(), Tag{Known: yuan(100), Floor: yuan(80)}, 79, true, true},
		"within the seller's own part": {free, Tag{Known: yuan(100), Floor: yuan(80)}, 90, false, false},
		"beyond it":                    {free, Tag{Known: yuan(100), Floor: yuan(80)}, 89, true, false},
		"his part would lead below the floor: above it": {free, Tag{Known: yuan(100), Floor: yuan(95)}, 96, true, false},
		"his part would lead below the floor: below it": {free, Tag{Known: yuan(100), Floor: yuan(95)}, 94, true, true},
		"agreed with the customer below the floor":      {Default(), Tag{Known: yuan(70), Agreed: true, Floor: yuan(80)}, 70, false, true},
		"less than agreed":                                   {Default(), Tag{Known: yuan(90), Agreed: true, Floor: yuan(80)}, 89, true, false},
		"a list below the floor hides it":                    {Default(), Tag{Known: yuan(70), Floor: yuan(80)}, 200, true, false},
		"no list":                                            {Default(), Tag{Floor: yuan(80)}, 200, true, false},
		"no floor: anybody sells it":                         {Default(), Tag{Known: yuan(100)}, 1, false, true},
		"no floor: a manager is asked for a fifth":           {Default(), Tag{Known: yuan(100)}, 80, false, false},
		"nothing is known: who is asked is the one above it": {Default(), Tag{}, 80, false, true},
	}
	for name, tt := range tests {
		asked := kernel.Whole(tt.asked)
		if needs, deep := tt.config.Needs(tt.tag, asked), tt.config.Deep(tt.tag, asked); needs != tt.needs || deep != tt.deep {
			t.Errorf("%s: %t %t", name, needs, deep)
		}
	}
}

// As long as a seller has no part of his own, what he is answered does not depend on
// where the floor lies below the price he knows: by trying he learns nothing.
func TestM72TryingPricesTellsNothingOfTheFloor(t *testing.T) {
	for asked := int64(1); asked <= 110; asked++ {
		for floor := int64(1); floor <= 100; floor++ {
			tag := Tag{Known: yuan(100), Floor: yuan(floor)}
			if got, want := Default().Needs(tag, kernel.Whole(asked)), asked < 100; got != want {
				t.Fatalf("asked %d, floor %d: %t", asked, floor, got)
			}
		}
	}
}

func TestConfigOfPrices(t *testing.T) {
	if err := Default().Check(); err != nil {
		t.Error(err)
	}
	for name, spoil := range map[string]func(*Config){
		"more than half":  func(c *Config) { c.Free = 51 },
		"below nothing":   func(c *Config) { c.Lead = -1 },
		"nearly all":      func(c *Config) { c.Listed = 91 },
		"never warned":    func(c *Config) { c.Warn = 0 },
		"no step":         func(c *Config) { c.Steps = nil },
		"a step unnamed":  func(c *Config) { c.Steps = []string{""} },
		"warned for long": func(c *Config) { c.Warn = 181 },
	} {
		c := Default()
		if spoil(&c); c.Check() == nil {
			t.Error(name)
		}
	}
}
