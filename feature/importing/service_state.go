package importing

import (
	"context"
	"time"

	"erba/kernel"
)

// settled is an import as it stands. One whose job has ended without being able
// to say so, for instance on a full disk, has failed; and so has one of the
// command line whose process has died.
func (s *Service) settled(ctx context.Context, id kernel.ID) (record, error) {
	r, err := s.find(ctx, id)
	if err != nil || !r.working() {
		return r, err
	}
	if alive, err := s.tended(ctx, r); err != nil || alive {
		return r, err
	}
	// it may have ended between the two looks, and said how
	if r, err = s.find(ctx, id); err != nil || !r.working() {
		return r, err
	}
	if err := s.failed(ctx, r, nil); err != nil {
		return r, err
	}
	return s.find(ctx, id)
}

// tended reports whether somebody works on an import: its job, or the program
// that was told to at the command line.
func (s *Service) tended(ctx context.Context, r record) (bool, error) {
	if r.Job.IsZero() {
		return time.Since(time.UnixMicro(max(r.Beat, r.Created))) < forsaken, nil
	}
	j, err := s.jobs.Find(ctx, r.Job)
	return j.Ended == 0, err
}

func (r record) working() bool { return r.State == Booking || r.State == Checking }
