package null

import (
	"encoding/json"
	"math"
	"testing"
)

func TestGaps(t *testing.T) {
	tests := map[string]struct {
		number Number
		want   string
	}{
		"a number":                               {Of(3), "3"},
		"a part of nothing":                      {Ratio(1, 0), "null"},
		"nothing of nothing":                     {Ratio(0, 0), "null"},
		"a part of something unknown":            {Ratio(1, None), "null"},
		"something beyond all numbers":           {Number(math.Inf(1)), "null"},
		"what binary counting adds is taken off": {(Of(0.1) + Of(0.2)).Steady(), "0.3"},
		"an amount too large to have places":     {Of(int64(9_000_000_000_000_000)).Steady(), "9000000000000000"},
		"a sum of gaps and numbers is a gap":     {None + 1, "null"},
		"below zero is a number like another":    {Of(-2.5).Steady(), "-2.5"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			raw, err := json.Marshal(tt.number)
			if err != nil || string(raw) != tt.want {
				t.Fatalf("%s, %v; want %s", raw, err, tt.want)
			}
			var back Number
			if err := json.Unmarshal(raw, &back); err != nil || back.Known() != tt.number.Known() || back.Known() && back != tt.number {
				t.Errorf("read back as %v, %v", back, err)
			}
		})
	}
}
