package kernel

// Sample is a row as an import would leave it, with what it replaces, nil for a
// new one. Row is its place among those that were handed over.
type Sample[T any] struct {
	Row int
	Was *T
	Now T
}

// enough is how many new and how many changed rows are shown.
const enough = 3

// Sampled adds a row to the few that are shown of its kind.
func Sampled[T any](all []Sample[T], one Sample[T]) []Sample[T] {
	alike := 0
	for _, s := range all {
		if (s.Was == nil) == (one.Was == nil) {
			alike++
		}
	}
	if alike < enough {
		all = append(all, one)
	}
	return all
}
