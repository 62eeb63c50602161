package allocation

import (
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// M68 (e): n = 10, a budget of 1,000,000, the top two 3 : 1.
func TestM68(t *testing.T) {
	cfg := Default()
	plan, err := cfg.Plan(1_000_000, 0, []int64{3, 1, 9, 9, 9, 9, 9, 9, 9, 9})
	want := []int64{600_000, 200_000, 25_000, 25_000, 25_000, 25_000, 25_000, 25_000, 25_000, 25_000}
	if err != nil || !slices.Equal(plan, want) {
		t.Errorf("%v, %v", plan, err)
	}
}

func TestPlans(t *testing.T) {
	byWeight := Default()
	byWeight.Rest = ByWeight
	usual := Default()
	tests := []struct {
		name          string
		cfg           Config
		budget, floor int64
		weights, want []int64
	}{
		{"nobody", usual, 100, 0, nil, nil},
		{"one gets all", usual, 100, 0, []int64{0}, []int64{100}},
		{"the top is rounded up", usual, 100, 0, []int64{1, 1, 1, 1, 1, 1}, []int64{40, 40, 5, 5, 5, 5}},
		{"no weights are equal weights", usual, 100, 0, []int64{0, 0, 0, 0, 0, 0}, []int64{40, 40, 5, 5, 5, 5}},
		{"what is left over goes to the largest remainders", usual, 101, 0, []int64{2, 1, 0, 0, 0, 0}, []int64{54, 27, 5, 5, 5, 5}},
		{"of equal ones to the first", usual, 103, 0, []int64{1, 1, 0, 0, 0, 0}, []int64{41, 41, 6, 5, 5, 5}},
		{"the others by weight", byWeight, 100, 0, []int64{1, 3, 1, 0, 0}, []int64{80, 15, 5, 0, 0}},
		{"nobody below the floor", byWeight, 100, 4, []int64{1, 3, 1, 0, 0}, []int64{80, 8, 4, 4, 4}},
		{"a floor that the top pays for", usual, 100, 10, []int64{1, 1, 1, 1, 1}, []int64{60, 10, 10, 10, 10}},
		{"a floor that takes all", usual, 50, 10, []int64{9, 1, 1, 1, 1}, []int64{10, 10, 10, 10, 10}},
	}
	for _, tt := range tests {
		got, err := tt.cfg.Plan(tt.budget, tt.floor, tt.weights)
		if err != nil || !slices.Equal(got, tt.want) {
			t.Errorf("%s: %v, %v, want %v", tt.name, got, err, tt.want)
		}
	}
	for name, bad := range map[string][2]int64{"a budget below zero": {-1, 0}, "a floor below zero": {1, -1}, "a floor that is too high": {9, 10}} {
		if _, err := usual.Plan(bad[0], bad[1], []int64{1}); err == nil {
			t.Errorf("%s is taken", name)
		}
	}
}

// Whatever the weights, the plan is the budget, nobody is below the floor, and
// among the top who weighs more gets no less.
func TestAPlanIsTheBudget(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		cfg := Default()
		cfg.Top, cfg.Part = rapid.Float64Range(0.01, 1).Draw(r, "top"), rapid.Float64Range(0, 1).Draw(r, "part")
		cfg.Rest = rapid.SampledFrom([]string{Equally, ByWeight}).Draw(r, "rest")
		weights := rapid.SliceOfN(rapid.Int64Range(-5, 1e12), 1, 60).Draw(r, "weights")
		budget := rapid.Int64Range(0, 1e15).Draw(r, "budget")
		floor := rapid.Int64Range(0, budget/int64(len(weights))).Draw(r, "floor")
		plan, err := cfg.Plan(budget, floor, weights)
		if err != nil {
			r.Fatal(err)
		}
		sum := int64(0)
		for _, p := range plan {
			if sum += p; p < floor {
				r.Fatalf("%d is below the floor of %d", p, floor)
			}
		}
		if sum != budget {
			r.Fatalf("%d of %d", sum, budget)
		}
		lead := plan[:cfg.Leading(len(plan))]
		for i := range lead {
			for k := range lead {
				if max(0, weights[i]) > max(0, weights[k]) && lead[i] < lead[k] {
					r.Fatalf("%d gets %d, %d gets %d", weights[i], lead[i], weights[k], lead[k])
				}
			}
		}
	})
}

func TestAlarm(t *testing.T) {
	cfg := Default()
	for _, tt := range []struct {
		planned, actual float64
		want            bool
	}{{0.8, 0.8, false}, {0.8, 0.7, false}, {0.8, 0.699, true}, {0.8, 0.9, false}, {0.8, 0.91, true}} {
		if got := cfg.Alarming(tt.planned, tt.actual); got != tt.want {
			t.Errorf("%v instead of %v: %v", tt.actual, tt.planned, got)
		}
	}
}
