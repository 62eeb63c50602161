package job_test

import (
	"context"
	"encoding/json"
	"errors"
	"testing"

	"erba/kernel"
	"erba/platform/apptest"
	"erba/platform/db"
	"erba/platform/identity"
	"erba/platform/job"
)

func TestHowJobsEnd(t *testing.T) {
	tests := map[string]struct {
		work         func(context.Context, *job.Run) error
		state, fault string
		done         int64
		result       string
	}{
		"done, with a report": {func(_ context.Context, r *job.Run) error {
			var args struct{ Rows int64 }
			if err := r.Args(&args); err != nil {
				return err
			}
			r.Progress(args.Rows, args.Rows)
			r.Report(map[string]int64{"rows": args.Rows})
			return nil
		}, job.Done, "", 7, `{"rows":7}`},
		"a fault is told":        {func(context.Context, *job.Run) error { return kernel.Refused("db.taken") }, job.Failed, "db.taken", 0, ""},
		"any other error is not": {func(context.Context, *job.Run) error { return errors.New("disk /dev/sda1") }, job.Failed, "web.internal", 0, ""},
		"nor is a panic":         {func(context.Context, *job.Run) error { panic("oh") }, job.Failed, "web.internal", 0, ""},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			apptest.Each(t, nil, func(s *apptest.Stage) {
				s.Kit.Jobs.Handle("work", tt.work)
				id := add(s, "rep", "work")
				begin(s)
				j := ended(s, id)
				var f kernel.Fault
				if j.Fault != "" {
					f = faultOf(s, j)
				}
				if j.State != tt.state || f.Key != tt.fault || j.Done != tt.done || j.Result != tt.result {
					s.Errorf("%+v", j)
				}
			})
		})
	}
}

func TestWorkIsDoneOnBehalfOfWhoQueuedIt(t *testing.T) {
	apptest.Each(t, nil, func(s *apptest.Stage) {
		for role, want := range map[string]string{"rep": "rep", "": "job"} {
			var got string
			s.Kit.Jobs.Handle("who"+role, func(ctx context.Context, _ *job.Run) error {
				v, _ := identity.From(ctx)
				got = v.Login
				return nil
			})
			id := add(s, role, "who"+role)
			stop := begin(s)
			ended(s, id)
			stop()
			if got != want {
				s.Errorf("queued by %q, done by %q", role, got)
			}
		}
	})
}

// What the command line queues runs as the local operator, with the rows of the
// grant under which it did: not as the system, which may anything.
func TestWhatTheCommandLineQueuesRunsAsItsOperator(t *testing.T) {
	tests := map[string]struct {
		grant, meanwhile string
		fault            string
		sees             bool
	}{
		"under a grant of his":         {"job:read", "A", "", true},
		"under one that reaches less":  {"job:read", "O", "", false},
		"under one that he lost since": {"job:read", "", "web.denied", false},
		"under none":                   {"", "A", "web.denied", false},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			apptest.Each(t, nil, func(s *apptest.Stage) {
				var who identity.Viewer
				s.Kit.Jobs.Handle("work", func(ctx context.Context, _ *job.Run) error {
					who, _ = identity.From(ctx)
					return nil
				})
				var id kernel.ID
				ctx := identity.With(s.Context(), s.Kit.Users.Operator("li").For(tt.grant))
				err := s.DB.Write(ctx, func(tx *db.Tx) (err error) {
					id, err = s.Kit.Jobs.Add(tx, "work", nil)
					return err
				})
				if err != nil {
					s.Fatal(err)
				}
				s.Grant(identity.Local, "job:read", tt.meanwhile)
				begin(s)
				j := ended(s, id)
				if tt.fault != "" {
					if j.State != job.Failed || faultOf(s, j).Key != tt.fault {
						s.Errorf("%+v", j)
					}
					return
				}
				if who.Login != "cli:li" || who.SeesAll() != tt.sees || who.May("user:write") {
					s.Errorf("%s, %v", who.Login, who.Grants())
				}
			})
		})
	}
}

func TestCancel(t *testing.T) {
	apptest.Each(t, nil, func(s *apptest.Stage) {
		s.Kit.Jobs.Handle("endless", func(ctx context.Context, _ *job.Run) error { <-ctx.Done(); return ctx.Err() })
		waiting := add(s, "rep", "endless")
		if j, err := s.Kit.Jobs.Cancel(s.As("rep"), waiting); err != nil || j.State != job.Cancelled {
			s.Errorf("one that waits: %+v, %v", j, err)
		}
		begin(s)
		here, there := add(s, "rep", "endless"), add(s, "rep", "endless")
		s.Wait("both run", func() bool { return find(s, here).State == job.Running && find(s, there).State == job.Running })
		if _, err := s.Kit.Jobs.Cancel(s.As("other"), here); err == nil {
			s.Error("a stranger may cancel it")
		}
		if _, err := s.Kit.Jobs.Cancel(s.As("rep"), here); err != nil {
			s.Error(err)
		}
		s.Exec(`UPDATE jobs SET cancel = TRUE WHERE id = ?`, there) // as another process does
		for what, id := range map[string]kernel.ID{"in this process": here, "from another": there} {
			if j := ended(s, id); j.State != job.Cancelled {
				s.Errorf("%s: %+v", what, j)
			}
		}
	})
}

// The first attempt dies after the third step; the second goes on with the fourth.
func TestWhatIsKeptIsNotDoneAgain(t *testing.T) {
	apptest.Each(t, nil, func(s *apptest.Stage) {
		var steps []int
		attempts := 0
		s.Kit.Jobs.Handle("steps", func(ctx context.Context, r *job.Run) error {
			attempts++
			var at int
			if _, err := r.Kept(&at); err != nil {
				return err
			}
			for ; at < 5; at++ {
				if at == 3 && attempts == 1 {
					<-ctx.Done()
					return ctx.Err()
				}
				steps = append(steps, at)
				err := s.DB.Write(ctx, func(tx *db.Tx) error { return r.Keep(tx, at+1) })
				if err != nil {
					return err
				}
			}
			return nil
		})
		id := add(s, "rep", "steps")
		die := begin(s)
		s.Wait("three steps", func() bool { return find(s, id).Kept == "3" })
		die()
		if j := find(s, id); j.State != job.Running {
			s.Fatalf("left behind: %+v", j)
		}
		s.Exec(`UPDATE jobs SET beat_at = beat_at - 16000000`) // it has been silent for long enough
		begin(s)
		if j := ended(s, id); j.State != job.Done || j.Tries != 2 || len(steps) != 5 {
			s.Errorf("%+v after steps %v", j, steps)
		}
	})
}

func TestWhatKillsEveryWorkerIsGivenUp(t *testing.T) {
	apptest.Each(t, nil, func(s *apptest.Stage) {
		s.Kit.Jobs.Handle("deadly", func(context.Context, *job.Run) error { s.Error("a fourth attempt"); return nil })
		id := add(s, "rep", "deadly")
		s.Exec(`UPDATE jobs SET state = 'running', tries = 3, beat_at = 1`)
		begin(s)
		if j := ended(s, id); j.State != job.Failed || faultOf(s, j).Key != "job.died" {
			s.Errorf("%+v", j)
		}
	})
}

func TestWhoSeesAJob(t *testing.T) {
	apptest.Each(t, nil, func(s *apptest.Stage) {
		s.Kit.Jobs.Handle("work", func(context.Context, *job.Run) error { return nil })
		id := add(s, "rep", "work")
		for role, want := range map[string]int{"rep": 200, "director": 200, "other": 404, "": 401} {
			if w := s.Do(role, "GET", "/api/jobs/"+id.String(), ""); w.Code != want {
				s.Errorf("%q: %d %s", role, w.Code, w.Body)
			}
		}
	})
}

func TestAJobThatNobodyHandlesIsRefused(t *testing.T) {
	apptest.Each(t, nil, func(s *apptest.Stage) {
		err := s.DB.Write(s.As("rep"), func(tx *db.Tx) error {
			_, err := s.Kit.Jobs.Add(tx, "unheard", nil)
			return err
		})
		if err == nil {
			s.Error("it was queued")
		}
	})
}

// begin starts two workers; the function it returns ends them as a crash would.
func begin(s *apptest.Stage) (die func()) {
	ctx, stop := context.WithCancel(s.Context())
	gone := make(chan struct{})
	go func() { s.Kit.Jobs.Work(ctx, 2); close(gone) }()
	die = func() { stop(); <-gone }
	s.Cleanup(die)
	return die
}

func add(s *apptest.Stage, role, kind string) (id kernel.ID) {
	ctx := identity.With(s.Context(), identity.System())
	if role != "" {
		ctx = s.As(role)
	}
	err := s.DB.Write(ctx, func(tx *db.Tx) (err error) {
		id, err = s.Kit.Jobs.Add(tx, kind, map[string]int{"Rows": 7})
		return err
	})
	if err != nil {
		s.Fatal(err)
	}
	return id
}

func find(s *apptest.Stage, id kernel.ID) job.Job {
	j, err := s.Kit.Jobs.Find(s.As("director"), id)
	if err != nil {
		s.Fatal(err)
	}
	return j
}

func ended(s *apptest.Stage, id kernel.ID) job.Job {
	s.Wait("the job's end", func() bool { return find(s, id).Ended > 0 })
	return find(s, id)
}

func faultOf(s *apptest.Stage, j job.Job) (f kernel.Fault) {
	if err := json.Unmarshal([]byte(j.Fault), &f); err != nil {
		s.Fatal(err)
	}
	return f
}

func TestAJobEndsWhenItsUserMayNotGoOn(t *testing.T) {
	tests := map[string]struct{ meanwhile, fault string }{
		"he is switched off":       {`UPDATE users SET active = FALSE WHERE login = 'rep'`, "web.signed_out"},
		"he loses the grant":       {`UPDATE users SET roles = '' WHERE login = 'rep'`, "web.denied"},
		"he reaches fewer rows":    {`UPDATE users SET roles = 'other' WHERE login = 'rep'`, "web.denied"},
		"nothing happens to him":   {`UPDATE users SET roles = roles WHERE login = 'rep'`, ""},
		"something does to others": {`UPDATE users SET active = FALSE WHERE login = 'other'`, ""},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			apptest.Each(t, nil, func(s *apptest.Stage) {
				begun, further := make(chan struct{}), make(chan struct{})
				var stopped bool
				s.Kit.Jobs.Handle("work", func(ctx context.Context, _ *job.Run) error {
					close(begun)
					select {
					case <-ctx.Done():
						stopped = job.Stopped(ctx)
						return ctx.Err()
					case <-further:
						return nil
					}
				})
				id := add(s, "rep", "work")
				begin(s)
				<-begun
				s.Exec(tt.meanwhile)
				if tt.fault == "" {
					close(further)
				}
				j := ended(s, id)
				if tt.fault == "" && j.State != job.Done || tt.fault != "" && (j.State != job.Failed || faultOf(s, j).Key != tt.fault || !stopped) {
					s.Errorf("%+v", j)
				}
			})
		})
	}
}

// A job carries what its user did when he queued it: it works with the rows of
// that grant, and not at all once he has lost it.
func TestAJobKeepsToItsGrant(t *testing.T) {
	apptest.Each(t, nil, func(s *apptest.Stage) {
		var under string
		s.Kit.Jobs.Handle("work", func(ctx context.Context, _ *job.Run) error {
			v, _ := identity.From(ctx)
			under = v.Grant()
			return nil
		})
		queued := func() (id kernel.ID) {
			err := s.DB.Write(identity.Under(s.As("rep"), "work:do"), func(tx *db.Tx) (err error) {
				id, err = s.Kit.Jobs.Add(tx, "work", nil)
				return err
			})
			if err != nil {
				s.Fatal(err)
			}
			return id
		}
		s.Grant("rep", "work:do", "OT")
		allowed := queued()
		begin(s)
		if j := ended(s, allowed); j.State != job.Done || under != "work:do" {
			s.Errorf("while it is granted: %+v, under %q", j, under)
		}
		s.Grant("rep", "work:do", "")
		if j := ended(s, queued()); j.State != job.Failed || faultOf(s, j).Key != "web.denied" {
			s.Errorf("when it no longer is: %+v", j)
		}
	})
}
