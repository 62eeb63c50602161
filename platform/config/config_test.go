package config

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/spf13/pflag"

	"erba/kernel"
)

func TestWhatCountsFirst(t *testing.T) {
	const file = "db: from-file\nlog-format: json\nlog-level: warn\n"
	tests := map[string]struct {
		file string
		env  map[string]string
		args []string
		want Config
	}{
		"nothing said: the default": {want: Config{DB: "erba.db", Addr: "127.0.0.1:8080", Zone: "Asia/Shanghai", LogFormat: "text", LogLevel: "info"}},
		"the file before the default": {file: file,
			want: Config{DB: "from-file", Addr: "127.0.0.1:8080", Zone: "Asia/Shanghai", LogFormat: "json", LogLevel: "warn"}},
		"a variable before the file": {file: file, env: map[string]string{"ERBA_DB": "from-env", "ERBA_TESTDATA": "x"},
			want: Config{DB: "from-env", Addr: "127.0.0.1:8080", Zone: "Asia/Shanghai", LogFormat: "json", LogLevel: "warn"}},
		"a flag before all": {file: file, env: map[string]string{"ERBA_DB": "from-env", "ERBA_INSECURE_HTTP": "true"},
			args: []string{"--db", "from-flag", "--log-level", "info"},
			want: Config{DB: "from-flag", Addr: "127.0.0.1:8080", Insecure: true, Zone: "Asia/Shanghai", LogFormat: "json", LogLevel: "info"}},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			for k, v := range tt.env {
				t.Setenv(k, v)
			}
			if got, err := load(t, tt.file, tt.args...); err != nil || got != tt.want {
				t.Errorf("%+v, %v, want %+v", got, err, tt.want)
			}
		})
	}
}

func TestBadFiles(t *testing.T) {
	tests := map[string]struct{ file, want string }{
		"a setting that does not exist": {"adress: x\n", "config.unknown"},
		"no YAML":                       {"db: [\n", "config.bad_file"},
	}
	for name, tt := range tests {
		_, err := load(t, tt.file)
		if f, ok := err.(*kernel.Fault); !ok || f.Key != tt.want {
			t.Errorf("%s: %v, want %s", name, err, tt.want)
		}
	}
}

func load(t *testing.T, file string, args ...string) (Config, error) {
	t.Helper()
	flags := pflag.NewFlagSet("erba", pflag.ContinueOnError)
	Common(flags)
	Serving(flags)
	if file != "" {
		path := filepath.Join(t.TempDir(), "erba.yaml")
		if err := os.WriteFile(path, []byte(file), 0o600); err != nil {
			t.Fatal(err)
		}
		args = append(args, "--config", path)
	}
	if err := flags.Parse(args); err != nil {
		t.Fatal(err)
	}
	return Load(flags)
}
