package account

import (
	"context"

	"erba/kernel"
)

// SegmentBy names who knows the segments. Until then there is none.
func (s *Service) SegmentBy(by Segmenter) { s.segments = by }

// Segmented are the accounts of a segment, nil if none is asked for.
func (s *Service) Segmented(ctx context.Context, segment Segment) ([]kernel.ID, error) {
	if segment.ID.IsZero() {
		return nil, nil
	}
	if s.segments == nil {
		return nil, kernel.Missing("db.missing")
	}
	members, err := s.segments.Members(ctx, segment)
	if members == nil {
		members = []kernel.ID{}
	}
	return members, err
}

// within are the only accounts that a list may hold, nil if it may hold all.
type within map[kernel.ID]bool

func (w within) has(id kernel.ID) bool { return w == nil || w[id] }

// within are the accounts of the segment that a filter names.
func (s *Service) within(ctx context.Context, f Filter) (within, error) {
	members, err := s.Segmented(ctx, Segment{ID: f.Segment, Band: f.Band})
	if err != nil || members == nil {
		return nil, err
	}
	all := make(within, len(members))
	for _, id := range members {
		all[id] = true
	}
	return all, nil
}

// both are those of some accounts that a list may hold; nil accounts are all.
func (w within) both(accounts []kernel.ID) []kernel.ID {
	if w == nil {
		return accounts
	}
	rest := []kernel.ID{}
	if accounts == nil {
		for id := range w {
			rest = append(rest, id)
		}
		return rest
	}
	for _, id := range accounts {
		if w[id] {
			rest = append(rest, id)
		}
	}
	return rest
}
