package main

import (
	"net/url"
	"os"
	"os/exec"
	"os/user"
	"path/filepath"
	"strconv"
	"testing"
)

// cluster is a PostgreSQL of the test's own, which it may kill; it listens on a
// socket. A process that is killed loses nothing that it wrote, so the disk need not
// be waited for, but the log has to be written before anything is acknowledged.
type cluster struct {
	*testing.T
	bin, dir string
	as       []string // in front of a command, where we are root
}

func newCluster(t *testing.T) *cluster {
	found, _ := filepath.Glob("/usr/lib/postgresql/*/bin/initdb")
	if len(found) == 0 {
		t.Skip("PostgreSQL is not installed: make setup")
	}
	dir, err := os.MkdirTemp("", "erba-books-")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.RemoveAll(dir) })
	c := &cluster{T: t, bin: filepath.Dir(found[len(found)-1]), dir: dir}
	if os.Getuid() == 0 {
		c.owned()
	}
	c.run("initdb", "-D", c.data(), "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8")
	c.start()
	t.Cleanup(func() { c.run("pg_ctl", "-D", c.data(), "-m", "immediate", "stop") })
	return c
}

// owned hands the folder to the user as whom PostgreSQL runs, which is never root.
func (c *cluster) owned() {
	u, err := user.Lookup("postgres")
	if err != nil {
		c.Fatal(err)
	}
	uid, _ := strconv.Atoi(u.Uid)
	gid, _ := strconv.Atoi(u.Gid)
	if err := os.Chown(c.dir, uid, gid); err != nil {
		c.Fatal(err)
	}
	c.as = []string{"runuser", "-u", "postgres", "--"}
}

func (c *cluster) data() string { return filepath.Join(c.dir, "data") }

func (c *cluster) dsn() string {
	return "postgres:///postgres?" + url.Values{"host": {c.dir}, "user": {"postgres"}, "sslmode": {"disable"}}.Encode()
}

func (c *cluster) start() {
	c.run("pg_ctl", "-D", c.data(), "-l", filepath.Join(c.dir, "log"), "-w", "-o", "-c listen_addresses='' -c unix_socket_directories="+c.dir+" -c fsync=off", "start")
}

// crash ends every process of it at once, and starts it again.
func (c *cluster) crash() {
	c.run("pg_ctl", "-D", c.data(), "-m", "immediate", "stop")
	c.start()
}

func (c *cluster) run(name string, args ...string) {
	c.Helper()
	line := append(append([]string{}, c.as...), append([]string{filepath.Join(c.bin, name)}, args...)...)
	command := exec.Command(line[0], line[1:]...)
	command.Dir = c.dir
	if name != "pg_ctl" { // what pg_ctl starts would keep a pipe open
		if out, err := command.CombinedOutput(); err != nil {
			c.Fatalf("%s: %v\n%s", name, err, out)
		}
		return
	}
	if err := command.Run(); err != nil {
		c.Errorf("%s: %v", name, err)
	}
}
