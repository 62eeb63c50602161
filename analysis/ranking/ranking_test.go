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
		got, sorted := s.Positive(values)
		if !slices.Equal(got, want) {
			t.Fatalf("ranked %v, want %v", got, want)
		}
		for i, row := range got {
			if sorted[i] != uint64(values[row]) {
				t.Fatalf("place %d has %d, want %d", i, sorted[i], values[row])
			}
		}
	})
}

func TestAscendingIsSorted(t *testing.T) {
	var s Sorter
	rapid.Check(t, func(t *rapid.T) {
		values := rapid.SliceOf(rapid.OneOf(rapid.Int64(), rapid.Int64Range(-9, 9))).Draw(t, "values")
		if rapid.Bool().Draw(t, "close together") {
			for i := range values {
				values[i] %= 7
			}
		}
		want := slices.Sorted(slices.Values(values))
		if s.Ascending(values); !slices.Equal(values, want) {
			t.Fatalf("got %v, want %v", values, want)
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
