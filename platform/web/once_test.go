package web_test

import (
	"context"
	"strings"
	"sync"
	"testing"

	"erba/feature/user"
	"erba/platform/app"
	"erba/platform/apptest"
	"erba/platform/db"
	"erba/platform/web"
)

var features = []app.Feature{user.Feature}

const someone = `{"login":"someone","name":"Some One","roles":["rep"]}`

func TestTheSameKeyAHundredTimes(t *testing.T) {
	apptest.Each(t, features, func(s *apptest.Stage) {
		cookie := s.Cookie("director")
		answers := make([]string, 100)
		var all sync.WaitGroup
		for i := range answers {
			all.Go(func() {
				w := s.Do("", "POST", "/api/users", someone, "Cookie", cookie, "Idempotency-Key", "k1")
				answers[i] = w.Body.String()
			})
		}
		all.Wait()
		for i, a := range answers {
			if a != answers[0] || !strings.Contains(a, `"login":"someone"`) {
				s.Fatalf("answer %d: %s, the first: %s", i, a, answers[0])
			}
		}
		if n := count(s, `SELECT count(*) FROM users WHERE login = 'someone'`); n != 1 {
			s.Errorf("%d rows", n)
		}
	})
}

func TestKeys(t *testing.T) {
	const other = `{"login":"another","name":"A Nother","roles":["rep"]}`
	steps := []struct {
		what, role, key, body string
		status                int
		want                  string
	}{
		{"a first time", "director", "k", someone, 200, `"login":"someone"`},
		{"the same again", "director", "k", someone, 200, `"login":"someone"`},
		{"the key for something else", "director", "k", other, 422, "web.key_reused"},
		{"somebody else's key is his own", "manager", "k", other, 200, `"login":"another"`},
		{"who is refused", "director", "k2", someone, 409, "db.taken"},
		{"may try again with the same key", "director", "k2", `{"login":"third","name":"T","roles":["rep"]}`, 200, `"login":"third"`},
		{"a key without end", "director", strings.Repeat("k", 101), someone, 422, "web.invalid"},
		{"without a key every time counts", "director", "", someone, 409, "db.taken"},
	}
	apptest.Each(t, features, func(s *apptest.Stage) {
		for _, step := range steps {
			w := s.Do(step.role, "POST", "/api/users", step.body, "Idempotency-Key", step.key)
			if w.Code != step.status || !strings.Contains(w.Body.String(), step.want) {
				s.Errorf("%s: %d %s", step.what, w.Code, w.Body)
			}
		}
		s.Exec(`UPDATE replies SET at = at - 86400000001`)
		if w := s.Do("director", "POST", "/api/users", someone, "Idempotency-Key", "k"); w.Code != 409 {
			s.Errorf("a day later the key is free: %d %s", w.Code, w.Body)
		}
	})
}

func count(s *apptest.Stage, query string) (n int) {
	err := s.DB.Read(s.Context(), func(tx *db.Tx) (err error) {
		n, err = db.Find[int](tx, query)
		return err
	})
	if err != nil {
		s.Fatal(err)
	}
	return n
}

// A process that dies leaves a key behind: what it had done is known exactly.
func TestWhatACrashLeavesBehind(t *testing.T) {
	const minutes = 60_000_000
	tests := map[string]struct {
		status, age int64
		want        int
		says        string
	}{
		"nothing was done, and nobody is at it any more": {0, 1 * minutes, 200, `"login":"someone"`},
		"it was done, only the answer is lost":           {1, 1 * minutes, 409, "web.outcome_done"},
		"somebody said just now that he is at it":        {0, -1 * minutes, 409, "web.outcome_unknown"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			apptest.Each(t, features, func(s *apptest.Stage) {
				s.Do("director", "POST", "/api/users", someone, "Idempotency-Key", "k")
				s.Exec(`DELETE FROM reports WHERE user_id IN (SELECT id FROM users WHERE login = 'someone')`)
				s.Exec(`DELETE FROM users WHERE login = 'someone'`)
				s.Exec(`UPDATE replies SET status = ?, at = at - ?`, tt.status, tt.age)
				w := s.Do("director", "POST", "/api/users", someone, "Idempotency-Key", "k")
				if w.Code != tt.want || !strings.Contains(w.Body.String(), tt.says) {
					s.Errorf("%d %s", w.Code, w.Body)
				}
			})
		})
	}
}

func TestTheKeyIsCommittedWithTheWork(t *testing.T) {
	var stage *apptest.Stage
	seen := []int{}
	status := func() { seen = append(seen, count(stage, `SELECT COALESCE(max(status), -1) FROM replies`)) }
	twoSteps := app.Feature{Name: "two", Files: noTexts, Start: func(k *app.Kit) {
		web.Post(k.Router, "/two", "two:do", func(ctx context.Context, _ *struct{}) (struct{}, error) {
			status()
			err := k.DB.Write(ctx, func(*db.Tx) error { return nil })
			status()
			return struct{}{}, err
		})
	}}
	apptest.Each(t, []app.Feature{twoSteps}, func(s *apptest.Stage) {
		stage, seen = s, nil
		if w := s.Do("rep", "POST", "/api/two", "", "Idempotency-Key", "k"); w.Code != 200 {
			s.Fatalf("%d %s", w.Code, w.Body)
		}
		if status(); len(seen) != 3 || seen[0] != 0 || seen[1] != 1 || seen[2] != 200 {
			s.Errorf("before the work, after it, after the answer: %v", seen)
		}
	})
}
