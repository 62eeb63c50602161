package ledger

import (
	"context"
	"slices"

	"erba/kernel"
	"erba/platform/db"
)

// Lacks counts the lines of a source between two days that a file lacks; in is
// the tally of all its lines.
func (s *Service) Lacks(ctx context.Context, source string, from, to kernel.Date, in *Tally) (g Gap, err error) {
	g, _, err = s.lacks(ctx, source, from, to, in)
	return g, err
}

func (s *Service) lacks(ctx context.Context, source string, from, to kernel.Date, in *Tally) (g Gap, lines []Line, err error) {
	err = s.db.Snapshot(asSystem(ctx), func(tx *db.Tx) error {
		hidden, err := hiddenNow(tx)
		if err == nil {
			lines, g.Known, err = lacking(tx, source, from, to, in, hidden)
		}
		return err
	})
	g.Lines = int64(len(lines))
	for _, l := range lines {
		g.Minor += l.Amount
	}
	return g, lines, err
}

// Reverse ends those lines, on behalf of an open batch.
func (s *Service) Reverse(ctx context.Context, batch kernel.ID, from, to kernel.Date, in *Tally) (Gap, error) {
	b, err := s.Batch(ctx, batch)
	if err != nil {
		return Gap{}, err
	}
	gap, missing, err := s.lacks(ctx, b.Source, from, to, in)
	if err != nil {
		return gap, err
	}
	noted, err := s.notedBy(ctx, batch)
	if err != nil {
		return gap, err
	}
	for some := range slices.Chunk(missing, 2000) {
		if err := s.endLines(ctx, batch, some, noted); err != nil {
			return gap, err
		}
	}
	return gap, s.db.Write(asSystem(ctx), func(tx *db.Tx) error {
		b, err := holdBatch(tx, batch)
		if err != nil {
			return err
		}
		b.Reversed = gap.Lines
		return replaceBatch(tx, b)
	})
}

// endLines is one transaction of Reverse.
func (s *Service) endLines(ctx context.Context, batch kernel.ID, some []Line, noted map[kernel.ID]bool) error {
	var fresh []kernel.ID
	err := s.db.Write(asSystem(ctx), func(tx *db.Tx) (err error) {
		if _, err = holdBatch(tx, batch); err != nil {
			return err
		}
		if fresh, err = note(tx, lines, batch, some, noted); err != nil {
			return err
		}
		places := make([]db.Pair, len(some))
		for i := range some {
			places[i] = lines.placeOf(&some[i])
		}
		return lines.end(tx, batch, places)
	})
	if err == nil {
		for _, id := range fresh {
			noted[id] = true
		}
	}
	return err
}
