package importing

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"time"

	"erba/kernel"
	"erba/platform/audit"
	"erba/platform/db"
	"erba/platform/identity"
	"erba/platform/job"
)

// The kinds of job.
const (
	checkJob = "importing.check"
	bookJob  = "importing.book"
	tidyJob  = "importing.tidy"
)

// kept is how long an uploaded file stays in the database.
const kept = 7 * 24 * time.Hour

const (
	beats    = 2 * time.Second // how often a running import says that it lives
	silent   = 3 * beats       // after which another may take its place
	forsaken = time.Minute     // after which it is taken for dead, whoever looks
)

// Jobs handles what Check and Book queue, and tidies up at night.
func (s *Service) Jobs() {
	s.jobs.Handle(checkJob, func(ctx context.Context, run *job.Run) error { return s.work(ctx, run, true) })
	s.jobs.Handle(bookJob, func(ctx context.Context, run *job.Run) error { return s.work(ctx, run, false) })
	s.jobs.Handle(tidyJob, func(ctx context.Context, _ *job.Run) error { return s.tidy(ctx) })
	s.jobs.Schedule(tidyJob, "03:30")
}

// tidy forgets uploaded files that nobody needs any more.
func (s *Service) tidy(ctx context.Context) error {
	return s.db.Write(ctx, func(tx *db.Tx) error {
		return errors.Join(dropOldParts(tx, time.Now().Add(-kept).UnixMicro()),
			forgetBefore(tx, time.Now().Add(-undoable).UnixMicro()), audit.Note(tx, "import.tidied", "import", kernel.ID{}, nil))
	})
}

// work is a job over an uploaded file. When its process dies the next attempt
// reads the file again into the same batch, which counts every row once.
func (s *Service) work(ctx context.Context, run *job.Run, dry bool) error {
	var id kernel.ID
	if err := run.Args(&id); err != nil {
		return err
	}
	r, err := s.find(ctx, id)
	if err != nil || !r.working() { // an attempt before this one has ended it, and died before it said so
		return err
	}
	path, err := s.fetch(ctx, id)
	if err != nil {
		return s.failed(ctx, r, err)
	}
	defer os.Remove(path)
	total := int64(0)
	if before := view(r).Check; before != nil {
		total = before.Rows
	}
	report, err := s.through(ctx, r, path, dry, false, func(done int64) { run.Progress(done, total) })
	if err == nil {
		run.Report(report.Counts)
	}
	return err
}

// Load reads a file of the command line and books it at once.
func (s *Service) Load(ctx context.Context, path string, o Settings, dry bool, progress func(done int64)) (Report, error) {
	if err := o.check(); err != nil {
		return Report{}, err
	}
	got, o, err := shape(path, filepath.Base(path), o)
	if err != nil {
		return Report{}, err
	}
	r := s.record(ctx, o, got)
	if r.Digest, err = digestOf(path); err != nil {
		return Report{}, err
	}
	if r.State = Booking; dry {
		return s.through(ctx, r, path, dry, o.Sure, progress)
	}
	if err := s.add(ctx, r); err != nil {
		return Report{}, err
	}
	return s.through(ctx, r, path, dry, o.Sure, progress)
}

// Settings are those of a profile, for the command line.
func (s *Service) Settings(ctx context.Context, kind, profile string) (Settings, error) {
	return s.begun(ctx, kind, profile)
}

// through takes a file from its rows to the books, and notes how that ended.
func (s *Service) through(ctx context.Context, r record, path string, dry, sure bool, progress func(int64)) (Report, error) {
	one, begun := view(r), time.Now()
	one.Settings.Source = r.Source
	one.Settings.Sure = sure || one.Check != nil // a preview has shown it
	same, err := s.met(ctx, r)
	if err == nil && !dry && !one.Settings.Sure {
		err = unlessTwice(same)
	}
	var l *load
	if err == nil {
		l, err = s.newLoad(ctx, path, one.File.Name, one.Settings, one.File.units())
	}
	if err == nil {
		defer l.file.Close()
		l.report.Same = same
		l.id, l.dry, l.forgets, l.progress, l.most = r.ID, dry, dry && r.Job.IsZero(), progress, identity.Brings(ctx)
		stop := s.beating(ctx, r.ID)
		err = l.book(&r)
		l.report.Sample = l.sample()
		stop()
	}
	if err != nil {
		return Report{}, s.failed(ctx, r, err)
	}
	report := l.done(begun)
	if l.forgets {
		return report, nil
	}
	r.Report, r.State = written(report), Checked
	if !dry {
		r.State, r.Published = Published, time.Now().UnixMicro()
	}
	return report, s.db.Write(ctx, func(tx *db.Tx) error {
		return errors.Join(save(tx, r), audit.Note(tx, "import."+r.State, "import", r.ID, report.Counts))
	})
}

// book runs the load that the kind of file wants.
func (l *load) book(r *record) error {
	if err := l.db.Write(l.ctx, func(tx *db.Tx) error { return dropRejects(tx, r.ID) }); err != nil {
		return err
	}
	switch r.Kind {
	case Accounts:
		return l.companies()
	case Products:
		return l.items()
	case Contacts:
		return l.people()
	case Rates:
		return l.quotes()
	case Opportunities:
		return l.opportunities()
	}
	return l.bookLedger(r)
}

// bookLedger books under a batch that becomes visible as a whole.
func (l *load) bookLedger(r *record) (err error) {
	if !l.dry && r.Batch.IsZero() {
		if err := l.begin(r); err != nil {
			return err
		}
	}
	b, err := l.books(r.Batch)
	if err != nil {
		return err
	}
	switch r.Kind {
	case Orders:
		err = b.orders()
	case Invoices:
		if err = b.invoices(); err == nil && !l.dry {
			err = b.exceeded()
		}
	case Receipts:
		err = b.receipts()
	case Costs:
		err = b.costs()
	}
	if err == nil {
		err = b.lacking()
	}
	if err == nil && !l.dry {
		_, err = l.ledger.Publish(l.ctx, r.Batch, b.outcome, nil)
	}
	l.report.Inserted, l.report.Updated, l.report.Duplicates = b.outcome.Inserted, b.outcome.Updated, b.outcome.Duplicates
	return err
}

// failed drops what was booked so far and notes why. A job whose process only
// stops is left as it is: it goes on at the next start.
func (s *Service) failed(ctx context.Context, r record, cause error) error {
	stops := ctx.Err() != nil && !r.Job.IsZero() && !job.Stopped(ctx)
	if dry := r.State != Booking && r.Job.IsZero(); stops || dry {
		return cause
	}
	r.State = Failed
	if ctx.Err() != nil {
		r.State = Cancelled
	}
	ctx = context.WithoutCancel(ctx)
	if !r.Batch.IsZero() {
		cause = errors.Join(cause, s.ledger.Cancel(ctx, r.Batch))
		r.Batch = kernel.ID{}
	}
	return errors.Join(cause, s.db.Write(ctx, func(tx *db.Tx) error {
		return errors.Join(save(tx, r), audit.Note(tx, "import."+r.State, "import", r.ID, nil))
	}), s.tidyUp(ctx, r))
}

// tidyUp takes back what an import wrote before it ended too early.
func (s *Service) tidyUp(ctx context.Context, r record) error {
	kept, err := s.clear(ctx, r)
	if err != nil || len(kept) == 0 {
		return err
	}
	r.Kept = keptAs(kept)
	return s.db.Write(ctx, func(tx *db.Tx) error { return save(tx, r) })
}

// beating says every other second that an import lives, until it is stopped.
func (s *Service) beating(ctx context.Context, id kernel.ID) (stop func()) {
	ctx, cancel := context.WithCancel(ctx)
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		for tick := time.NewTicker(beats); ; {
			select {
			case <-ctx.Done():
				tick.Stop()
				return
			case <-tick.C:
				_ = s.db.Write(ctx, func(tx *db.Tx) error { return beat(tx, id, time.Now().UnixMicro()) }) // the next one will do
			}
		}
	}()
	return func() { cancel(); <-ended }
}

// bury drops the batches of imports of the same source that have died. It
// waits as long as they may be silent.
func (l *load) bury() (buried bool, err error) {
	var dead []record
	err = l.db.Read(l.ctx, func(tx *db.Tx) (err error) {
		dead, err = open(tx, l.settings.Kind, l.settings.Source)
		return err
	})
	for _, r := range dead {
		if r.ID == l.id || r.Batch.IsZero() || !r.Job.IsZero() {
			continue
		}
		now, alive, err := l.lives(r)
		if alive || err != nil {
			return false, err
		}
		if now.working() {
			err = l.failed(identity.With(l.ctx, identity.System()), now, nil)
		}
		if err != nil {
			return false, err
		}
		buried = true
	}
	return buried, err
}

// lives waits for a sign of life, and says how the import stands then.
func (l *load) lives(r record) (now record, alive bool, err error) {
	ctx := identity.With(l.ctx, identity.System())
	last := max(r.Beat, r.Created)
	for {
		now, err = l.find(ctx, r.ID)
		switch {
		case err != nil || !now.working() || now.Beat > last:
			return now, err == nil && now.working(), err
		case time.Since(time.UnixMicro(last)) >= silent:
			return now, false, nil
		}
		select {
		case <-ctx.Done():
			return now, false, ctx.Err()
		case <-time.After(beats / 2):
		}
	}
}
