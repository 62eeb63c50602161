package ranking

import (
	"cmp"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

func TestPositiveRowsLargestFirstTiesInRowOrder(t *testing.T) {
	var s Sorter
	rapid.Check(t, func(t *rapid.T) {
		values := rapid.SliceOf(rapid.OneOf(rapid.Int64(), rapid.Int64Range(-3, 3))).Draw(t, "values")
		var want []int32
		for i, v := range values {
			if v > 0 {
				want = append(want, int32(i))
			}
		}
		slices.SortStableFunc(want, func(a, b int32) int { return cmp.Compare(values[b], values[a]) })
		if got := s.Positive(values); !slices.Equal(got, want) {
			t.Fatalf("ranked %v, want %v", got, want)
		}
	})
}

func TestAscendingIsSorted(t *testing.T) {
	var s Sorter
	rapid.Check(t, func(t *rapid.T) {
		values := rapid.SliceOf(rapid.Int64()).Draw(t, "values")
		var got []int64
		for _, k := range s.Ascending(values) {
			got = append(got, Value(k))
		}
		slices.Sort(values)
		if !slices.Equal(got, values) {
			t.Fatalf("got %v, want %v", got, values)
		}
	})
}

func BenchmarkPositive(b *testing.B) {
	var s Sorter
	values := make([]int64, 100_000)
	for i := range values {
		values[i] = int64(i*7919%100_003) * int64(i%977) * 100
	}
	for b.Loop() {
		s.Positive(values)
	}
}
