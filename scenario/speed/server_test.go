package speed

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"erba/platform/apptest"
)

// build makes the binary as make build does.
func build(t *testing.T) string {
	bin := filepath.Join(t.TempDir(), "erba")
	c := exec.Command("go", "build", "-trimpath", "-ldflags", "-s -w", "-o", bin, "erba/cmd/erba")
	c.Env = append(os.Environ(), "CGO_ENABLED=0")
	if out, err := c.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	return bin
}

// server is a running erba serve.
type server struct {
	*testing.T
	addr    string
	process *exec.Cmd
	began   time.Time
}

// serve starts a server that ends with the test; it may not answer yet.
func serve(t *testing.T, bin, dsn string) *server {
	free, err := net.Listen("tcp", "127.0.0.1:0")
	must(t, err)
	s := &server{T: t, addr: free.Addr().String(), began: time.Now()}
	must(t, free.Close())
	s.process = command(bin, "serve", "--db", dsn, "--addr", s.addr)
	must(t, s.process.Start())
	t.Cleanup(s.stop)
	return s
}

// command is the program, run beside itself: what it leaves goes with the test.
func command(bin string, args ...string) *exec.Cmd {
	c := exec.Command(bin, args...)
	c.Dir = filepath.Dir(bin)
	return c
}

func (s *server) stop() {
	if s.process.ProcessState == nil {
		_ = s.process.Process.Signal(syscall.SIGTERM)
		_ = s.process.Wait()
	}
}

// resident is how much memory a process has in use, or had at most, in MB.
func resident(pid int, field string) (mb float64) {
	raw, _ := os.ReadFile(fmt.Sprintf("/proc/%d/status", pid)) // gone when the process is
	_, rest, _ := strings.Cut(string(raw), field+":")
	_, _ = fmt.Sscan(rest, &mb)
	return mb / 1024
}

// vacant measures a server that nobody has set up, and returns its memory.
func vacant(t *testing.T, bin string) float64 {
	dsn := filepath.Join(t.TempDir(), "empty.db")
	serve(t, bin, dsn).visitor().get("/set-up") // makes the tables
	var s *server
	ready := apptest.Median(5, func() {
		s = serve(t, bin, dsn)
		s.visitor().get("/set-up")
	})
	idle := s.settled()
	apptest.Speed{Work: "start to ready, empty", Figure: ms(ready), Limit: "< 150 ms", Met: ready < 150*time.Millisecond}.Report(t)
	apptest.Speed{Work: "resident, idle and empty", Figure: fmt.Sprintf("%.0f MB", idle), Limit: "< 60 MB", Met: idle < 60}.Report(t)
	return idle
}

// settled is the memory of a server once it has been the same for a while.
func (s *server) settled() float64 {
	last, same := 0.0, 0
	for tick := range time.Tick(100 * time.Millisecond) {
		now := resident(s.process.Process.Pid, "VmRSS")
		if same++; now != last {
			last, same = now, 0
		}
		if same == 10 || tick.Sub(s.began) > 20*time.Second {
			break
		}
	}
	return last
}

// visitor is one connection on behalf of a user: as cheap as a client can be,
// for it runs on the same processors.
type visitor struct {
	*server
	conn   net.Conn
	in     *bufio.Reader
	cookie string
	body   bytes.Buffer
}

// visitor connects as soon as the server listens.
func (s *server) visitor() *visitor {
	for {
		conn, err := net.Dial("tcp", s.addr)
		if err == nil {
			s.Cleanup(func() { _ = conn.Close() })
			return &visitor{server: s, conn: conn, in: bufio.NewReader(conn)}
		}
		if !errors.Is(err, syscall.ECONNREFUSED) || time.Since(s.began) > time.Minute {
			s.Fatal(err)
		}
		time.Sleep(time.Millisecond) // nothing tells when a process listens
	}
}

// as is a visitor who has signed in.
func (s *server) as(login string) *visitor {
	v, form := s.visitor(), url.Values{"login": {login}, "password": {password}}.Encode()
	r := v.ask(fmt.Sprintf("POST /sign-in HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: %d\r\n\r\n%s", len(form), form))
	v.cookie, _, _ = strings.Cut(r.Header.Get("Set-Cookie"), ";")
	if v.cookie == "" {
		s.Fatalf("sign in as %s: %s", login, r.Status)
	}
	return v
}

// get is the body of an answer, good until the next one.
func (v *visitor) get(path string) []byte {
	r := v.ask("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nCookie: " + v.cookie + "\r\n\r\n")
	if r.StatusCode != http.StatusOK {
		v.Fatalf("%s: %s %s", path, r.Status, v.body.Bytes())
	}
	return v.body.Bytes()
}

func (v *visitor) ask(request string) *http.Response {
	_, err := io.WriteString(v.conn, request)
	must(v, err)
	r, err := http.ReadResponse(v.in, nil)
	must(v, err)
	v.body.Reset()
	_, err = v.body.ReadFrom(r.Body)
	must(v, err)
	return r
}
