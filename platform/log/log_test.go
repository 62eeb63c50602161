package log

import (
	"bytes"
	"log/slog"
	"strings"
	"testing"

	"erba/kernel"
)

func TestStart(t *testing.T) {
	defer slog.SetDefault(slog.Default())
	tests := map[string]struct{ format, level, want string }{
		"text for people":                   {"text", "info", `level=INFO msg=begun`},
		"JSON for machines":                 {"json", "info", `"level":"INFO","msg":"begun"`},
		"what lies below the level is lost": {"text", "warn", ""},
	}
	for name, tt := range tests {
		var diary bytes.Buffer
		if err := Start(&diary, tt.format, tt.level); err != nil {
			t.Fatal(err)
		}
		slog.Info("begun")
		if got := diary.String(); !strings.Contains(got, tt.want) || tt.want == "" && got != "" {
			t.Errorf("%s: %q", name, got)
		}
	}
}

func TestStartRefuses(t *testing.T) {
	for want, args := range map[string][2]string{"log.bad_format": {"xml", "info"}, "log.bad_level": {"text", "loud"}} {
		if f, ok := Start(nil, args[0], args[1]).(*kernel.Fault); !ok || f.Key != want {
			t.Errorf("%v: %v, want %s", args, f, want)
		}
	}
}
