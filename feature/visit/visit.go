// Package visit decides whom to visit when and with which objectives, and what came of it.
package visit
