package speed

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"erba/platform/apptest"
)

// started measures when a server of the company can be used, and returns it.
func started(t *testing.T, c *company) *server {
	var s *server
	var lists, columns time.Duration
	for range 3 { // the last one stays
		if s != nil {
			s.stop()
		}
		s = serve(t, c.bin, c.dsn)
		v := s.as("director")
		v.get("/api/accounts?limit=50")
		lists = time.Since(s.began)
		v.get("/api/accounts?limit=50&sort=sales&desc=true")
		columns = time.Since(s.began)
	}
	engine := t.Name()[len("TestSpeed/"):]
	apptest.Speed{Work: engine + ": start to signed in and listing, 100,000 accounts", Figure: ms(lists), Limit: "< 1 s", Met: lists < time.Second}.Report(t)
	apptest.Speed{Work: engine + ": start to columns loaded, 100,000 accounts", Figure: ms(columns), Limit: "< 3 s", Met: columns < 3*time.Second}.Report(t)
	t.Logf("resident with 100,000 accounts: %.0f MB", s.settled())
	t.Logf("work that the import left was done %v after the start", s.quiet(c).Round(time.Millisecond))
	return s
}

// quiet waits until no job is due, and tells how long ago the server started:
// pages are measured beside nothing else.
func (s *server) quiet(c *company) time.Duration {
	for range time.Tick(100 * time.Millisecond) {
		now := time.Now()
		busy := texts(s.T, c, fmt.Sprintf(`SELECT kind FROM jobs WHERE state IN ('queued', 'running') AND due_at <= %d`, now.UnixMicro()))
		if len(busy) == 0 {
			break
		}
		if now.Sub(s.began) > 5*time.Minute {
			s.Fatalf("jobs do not end: %v", busy)
		}
	}
	return time.Since(s.began)
}

// TestSpeedFirstLoad weighs what the browser loads before the first screen.
func TestSpeedFirstLoad(t *testing.T) {
	apptest.Benchmark(t)
	dist := filepath.Join("..", "..", "ui", "dist")
	html, err := os.ReadFile(filepath.Join(dist, "index.html"))
	if err != nil {
		t.Skip("the screens are not built: run make build")
	}
	sum := int64(len(html))
	files, err := filepath.Glob(filepath.Join(dist, "assets", "*.br"))
	must(t, err)
	for _, file := range files {
		if strings.Contains(string(html), strings.TrimSuffix(filepath.Base(file), ".br")) {
			info, err := os.Stat(file)
			must(t, err)
			sum += info.Size()
		}
	}
	kB := float64(sum) / 1024
	apptest.Speed{Work: "first load of the page", Figure: weight(kB), Reference: "what index.html loads, brotli", Limit: "≤ 350 kB", Met: kB <= 350}.Report(t)
}
