package cross

import (
	"testing"

	"erba/analysis/null"
)

func TestFields(t *testing.T) {
	tests := map[string]struct {
		x, y null.Number
		want Field
	}{
		"both below":                {49.9, 59.9, LowLow},
		"the first at its cut":      {50, 59.9, HighLow},
		"the second at its cut":     {49.9, 60, LowHigh},
		"both at their cuts":        {50, 60, HighHigh},
		"the first is not known":    {null.None, 60, None},
		"the second is not known":   {50, null.None, None},
		"below zero is simply low":  {-1, -1, LowLow},
		"nothing is known at all":   {null.None, null.None, None},
		"far above is simply high":  {1e9, 0, HighLow},
		"beyond all numbers is not": {null.Ratio(1e308, 1e-308), 0, None},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			into := []Field{0}
			if (Cuts{50, 60}).All([]null.Number{tt.x}, []null.Number{tt.y}, into); into[0] != tt.want {
				t.Errorf("got %d, want %d", into[0], tt.want)
			}
		})
	}
	if (Cuts{101, 0}).Check() == nil || (Cuts{0, float64(null.None)}).Check() == nil || (Cuts{0, 100}).Check() != nil {
		t.Error("cuts are from 0 to 100")
	}
}
