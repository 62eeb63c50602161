package method

import (
	"context"

	"erba/analysis/why"
	"erba/kernel"
	"erba/platform/db"
	"erba/platform/model"
)

// Simulates says what a draft would do to the accounts that the viewer of ctx sees.
type Simulates func(ctx context.Context, draft model.Config) (Simulation, error)

// BackTests says how a configuration would have done, standing on a day.
type BackTests func(ctx context.Context, config model.Config, at kernel.Date) (Test, error)

// Explains says what a method says of one account by a configuration, and why,
// as far as the viewer of ctx may know.
type Explains func(ctx context.Context, config model.Config, account kernel.ID) (why.Explanation, error)

// Explains adds who can explain a method's result, when the program starts.
func (s *Service) Explains(id string, f Explains) { s.explains[id] = f }

// Simulates adds who can simulate a method, when the program starts.
func (s *Service) Simulates(id string, f Simulates) { s.simulates[id] = f }

// BackTests adds who can test a method on the past, when the program starts.
func (s *Service) BackTests(id string, f BackTests) { s.tests[id] = f }

// Simulate says what the draft of a method would do, or a configuration that is
// not even a draft yet. It writes nothing.
func (s *Service) Simulate(ctx context.Context, id string, raw []byte) (Simulation, error) {
	_, draft, err := s.tried(ctx, id, raw)
	if err != nil {
		return Simulation{}, err
	}
	f, able := s.simulates[id]
	if !able {
		return Simulation{}, kernel.Refused("method.no_simulation", "id", id)
	}
	return f(ctx, draft)
}

// BackTest says how what is in force and the draft, or a configuration that is
// not even a draft yet, would have done, standing on a day.
func (s *Service) BackTest(ctx context.Context, id string, raw []byte, at kernel.Date) (t BackTest, err error) {
	now, draft, err := s.tried(ctx, id, raw)
	if err != nil {
		return t, err
	}
	f, able := s.tests[id]
	if !able {
		return t, kernel.Refused("method.no_back_test", "id", id)
	}
	if t.Now, err = f(ctx, now, at); err != nil {
		return t, err
	}
	t.Draft, err = f(ctx, draft, at)
	return t, err
}

// Explain says what a method says of an account by what is in force, and what it
// would say by its draft, or by a configuration that is not even a draft yet.
func (s *Service) Explain(ctx context.Context, id string, raw []byte, account kernel.ID) (t Trial, err error) {
	now, draft, err := s.tried(ctx, id, raw)
	if err != nil {
		return t, err
	}
	f, able := s.explains[id]
	if !able {
		return t, kernel.Refused("method.no_trial", "id", id)
	}
	if t.Now, err = f(ctx, now, account); err != nil {
		return t, err
	}
	t.Draft, err = f(ctx, draft, account)
	return t, err
}

// tried is the configuration in force and the one that is tried.
func (s *Service) tried(ctx context.Context, id string, raw []byte) (now, draft model.Config, err error) {
	m, err := s.models.Find(id)
	if err != nil {
		return nil, nil, err
	}
	err = s.db.Read(ctx, func(tx *db.Tx) error {
		all, err := versions(tx, id)
		if err != nil {
			return err
		}
		if now, err = configOf(m, all, numberAt(all, holding(all, s.today()))); err != nil {
			return err
		}
		if len(raw) > 0 {
			draft, err = given(m, raw)
			return err
		}
		draft, err = s.either(tx, m, all, 0)
		return err
	})
	return now, draft, err
}
