package industry

import (
	"erba/analysis/composition"
	"erba/analysis/entry"
	rating "erba/analysis/industry"
	"erba/analysis/ownership"
)

// settings are the configurations of the methods that are used here, side by side.
type settings struct {
	rating    rating.Config
	ownership ownership.Config
	mix       composition.Config
	entry     entry.Config
}

// take puts the configuration of one method in its place; false: it is none of these.
func (s *settings) take(part any) bool {
	switch part := part.(type) {
	case rating.Config:
		s.rating = part
	case ownership.Config:
		s.ownership = part
	case composition.Config:
		s.mix = part
	case entry.Config:
		s.entry = part
	default:
		return false
	}
	return true
}
