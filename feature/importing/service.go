package importing

import (
	"context"
	"encoding/json"
	"errors"
	"io"
	"os"
	"path/filepath"
	"time"

	"erba/analysis/clean"
	"erba/feature/account"
	"erba/feature/contact"
	"erba/feature/ledger"
	"erba/feature/product"
	"erba/kernel"
	"erba/platform/audit"
	"erba/platform/db"
	"erba/platform/identity"
	"erba/platform/job"
)

// Service is what others may ask of importing.
type Service struct {
	db        *db.DB
	jobs      *job.Queue
	accounts  *account.Service
	contacts  *contact.Service
	catalogue *product.Service
	ledger    *ledger.Service
	dealer    Dealer
}

// NewService returns the import service.
func NewService(d *db.DB, jobs *job.Queue, a *account.Service, c *contact.Service, p *product.Service, l *ledger.Service) *Service {
	return &Service{db: d, jobs: jobs, accounts: a, contacts: c, catalogue: p, ledger: l}
}

// Receive keeps an uploaded file and looks at it, with the settings of a profile if one is named.
func (s *Service) Receive(ctx context.Context, name, kind, profile string, body io.Reader) (Import, error) {
	settings, err := s.begun(ctx, kind, profile)
	if err != nil {
		return Import{}, err
	}
	path, _, err := spool(body)
	if err != nil {
		return Import{}, err
	}
	defer os.Remove(path)
	got, settings, err := shape(path, clean.Text(filepath.Base(name)), settings)
	if err != nil {
		return Import{}, err
	}
	r := s.record(ctx, settings, got)
	r.State = Draft
	if r.Digest, err = digestOf(path); err == nil {
		err = s.add(ctx, r)
	}
	if err == nil {
		err = s.keepFile(ctx, r.ID, path)
	}
	if err != nil {
		return Import{}, err
	}
	return s.shown(ctx, r)
}

// allowed refuses kinds of file that are not the viewer's business.
func allowed(ctx context.Context, kind string) error {
	if viewer, _ := identity.From(ctx); !viewer.May(Wants[kind]) && !viewer.Reaches(Wants[kind]) {
		return kernel.Denied("importing.not_yours")
	}
	return nil
}

// record is a new import of the viewer's.
func (s *Service) record(ctx context.Context, o Settings, got Shape) record {
	viewer, _ := identity.From(ctx)
	return record{ID: kernel.NewID(), Kind: o.Kind, Source: o.source(), Settings: written(o), Shape: written(got),
		Actor: viewer.Login, Created: time.Now().UnixMicro()}
}

// source is the name under which lines are told apart.
func (o Settings) source() string {
	switch {
	case o.Source != "":
		return o.Source
	case o.Profile != "":
		return o.Profile
	}
	return "file"
}

func written(v any) string {
	raw, err := json.Marshal(v)
	if err != nil {
		panic("importing: " + err.Error()) // our own types always can be
	}
	return string(raw)
}

func (s *Service) add(ctx context.Context, r record) error {
	viewer, _ := identity.From(ctx)
	return s.db.Write(ctx, func(tx *db.Tx) error {
		if err := insert(tx, r); err != nil {
			return err
		}
		if !viewer.ID.IsZero() {
			if err := identity.Join(tx, identity.Member{Row: r.ID, User: viewer.ID, Owner: true}); err != nil {
				return err
			}
		}
		return audit.Note(tx, "import.begun", "import", r.ID, map[string]string{"kind": r.Kind, "source": r.Source})
	})
}

// List returns the viewer's latest imports.
func (s *Service) List(ctx context.Context, limit int) ([]Import, error) {
	var found []record
	err := s.db.Read(ctx, func(tx *db.Tx) (err error) {
		found, err = list(tx, limit)
		return err
	})
	all := make([]Import, len(found))
	for i, r := range found {
		all[i] = view(r)
	}
	return all, err
}

// Find returns one import.
func (s *Service) Find(ctx context.Context, id kernel.ID) (Import, error) {
	r, err := s.settled(ctx, id)
	if err != nil {
		return Import{}, err
	}
	return s.shown(ctx, r)
}

func (s *Service) find(ctx context.Context, id kernel.ID) (r record, err error) {
	err = s.db.Read(ctx, func(tx *db.Tx) error {
		r, err = find(tx, id)
		return err
	})
	return r, err
}

// view is an import as its user sees it.
func view(r record) Import {
	one := Import{ID: r.ID, State: r.State, Job: r.Job, Batch: r.Batch, By: r.Actor, CreatedAt: r.Created, PublishedAt: r.Published}
	_ = json.Unmarshal([]byte(r.Settings), &one.Settings) // we wrote them
	_ = json.Unmarshal([]byte(r.Shape), &one.File)
	if r.Report != "" {
		one.Check = &Report{}
		_ = json.Unmarshal([]byte(r.Report), one.Check)
	}
	if r.Kept != "" {
		_ = json.Unmarshal([]byte(r.Kept), &one.Kept)
	}
	table := Tables[r.Kind]
	one.Needs = table.Needs
	for _, f := range table.Fields {
		one.Fields = append(one.Fields, FieldView{f.Name, table.needs(f.Name)})
	}
	return one
}

// Inspect looks at the file anew, with other settings.
func (s *Service) Inspect(ctx context.Context, id kernel.ID, o Settings) (Import, error) {
	r, err := s.settled(ctx, id)
	if err != nil {
		return Import{}, err
	}
	if err := errors.Join(o.check(), allowed(ctx, o.Kind)); err != nil {
		return Import{}, err
	}
	if err := r.may(Draft, Checked, Failed, Cancelled); err != nil {
		return Import{}, err
	}
	path, err := s.fetch(ctx, id)
	if err != nil {
		return Import{}, err
	}
	defer os.Remove(path)
	got, o, err := shape(path, view(r).File.Name, o.since(view(r).Settings))
	if err != nil {
		return Import{}, err
	}
	r.Kind, r.Source, r.Settings, r.Shape, r.State, r.Report = o.Kind, o.source(), written(o), written(got), Draft, ""
	if err := s.db.Write(ctx, func(tx *db.Tx) error {
		if err := save(tx, r); err != nil {
			return err
		}
		return audit.Note(tx, "import.matched", "import", r.ID, o.Matching)
	}); err != nil {
		return Import{}, err
	}
	return s.shown(ctx, r)
}

// may refuses what an import in its state does not allow.
func (r record) may(states ...string) error {
	if has(states, r.State) {
		return nil
	}
	return kernel.Refused("importing.not_now", "state", r.State)
}

// Drop forgets an import that was not booked.
func (s *Service) Drop(ctx context.Context, id kernel.ID) error {
	r, err := s.settled(ctx, id)
	if err != nil {
		return err
	}
	if err := r.may(Draft, Checked, Failed, Cancelled); err != nil {
		return err
	}
	return s.db.Write(ctx, func(tx *db.Tx) error {
		if err := errors.Join(dropParts(tx, id), dropRejects(tx, id), forget(tx, id), drop(tx, id)); err != nil {
			return err
		}
		return audit.Note(tx, "import.dropped", "import", id, nil)
	})
}

// Check queues the job that counts what the import would do.
func (s *Service) Check(ctx context.Context, id kernel.ID) (Import, error) {
	return s.queue(ctx, id, Checking, checkJob, Draft, Checked, Failed, Cancelled)
}

// Book queues the job that books the file.
func (s *Service) Book(ctx context.Context, id kernel.ID) (Import, error) {
	return s.queue(ctx, id, Booking, bookJob, Draft, Checked, Failed, Cancelled)
}

func (s *Service) queue(ctx context.Context, id kernel.ID, state, kind string, from ...string) (Import, error) {
	r, err := s.settled(ctx, id)
	if err == nil && kind == bookJob && r.Report == "" { // no preview has said so
		var same *Earlier
		if same, err = s.met(ctx, r); err == nil {
			err = unlessTwice(same)
		}
	}
	if err != nil {
		return Import{}, err
	}
	err = s.db.Write(ctx, func(tx *db.Tx) (err error) {
		if r, err = find(tx, id); err != nil {
			return err
		}
		if err := errors.Join(r.may(from...), s.ready(view(r))); err != nil {
			return err
		}
		if r.Job, err = s.jobs.Add(tx, kind, id); err != nil {
			return err
		}
		r.State, r.Beat = state, time.Now().UnixMicro()
		if err := s.keepProfile(tx, view(r).Settings, state); err != nil {
			return err
		}
		return errors.Join(save(tx, r), audit.Note(tx, "import."+state, "import", id, nil))
	})
	return view(r), err
}

// ready wants a column for every field that is needed.
func (s *Service) ready(one Import) error {
	if needs := Tables[one.Settings.Kind].Lacks(one.Settings.Matching); len(needs) > 0 {
		return kernel.Invalid("importing.column_missing", "file", one.File.Name, "field", needs[0][0])
	}
	return nil
}
