package account

import (
	"context"

	"erba/kernel"
)

// Segment names accounts that somebody has described by rules. Who they are a
// Segmenter knows; account only lists them.
type Segment struct {
	ID   kernel.ID   // zero: none is asked for
	Band int         // of its bands, from 1; 0: all of it
	AsOf kernel.Date // on which day; zero: that of the figures
}

// Segmenter knows who belongs to a segment; it is registered with
// Service.SegmentBy.
type Segmenter interface {
	// Members are the accounts of a segment as the viewer of ctx may know them,
	// perhaps out of his sight. One that he does not know is missing.
	Members(ctx context.Context, s Segment) ([]kernel.ID, error)
}
