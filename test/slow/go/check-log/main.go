// Checks logs that Slipway wrote with golang.org/x/mod alone, which knows nothing of Slipway:
// go run . FOLDER, where FOLDER has `vkey`, `SIZE/` for the branch at that size, and `SIZE/proofs/INDEX.tlog-proof`.
package main

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

// Counts of what was accepted, and of what was refused because one bit of a byte was turned.
type counts struct {
	Checkpoints, Records, Trees, Proofs                      int
	RefusedNotes, RefusedRecords, RefusedTrees, RefusedTiles int
	RefusedProofs                                            int
}

var found counts

func main() {
	folder := os.Args[1]
	verifier := must(note.NewVerifier(string(read(folder, "vkey"))))
	var older []tlog.Tree
	for _, size := range sizesIn(folder) {
		log := filepath.Join(folder, strconv.FormatInt(size, 10))
		tree := checkCheckpoint(log, verifier)
		demand(tree.N == size, "the checkpoint of %d says %d", size, tree.N)
		older = append(older, tree)
		checkRecords(log, tree)
		checkTrees(log, tree, older)
		checkTiles(log, tree)
		checkProofs(log, tree, verifier)
	}
	fmt.Println(string(must(json.Marshal(found))))
}

func checkCheckpoint(log string, verifier note.Verifier) tlog.Tree {
	text := read(log, "checkpoint")
	tree, opened := openCheckpoint(text, verifier)
	demand(opened != "", "%s: note.Open refuses the checkpoint", log)
	found.Checkpoints++
	for place := range text {
		_, changed := openCheckpoint(flip(text, place), verifier)
		// Go reads the base64 of a signature leniently: then the text is the one that was signed.
		demand(changed == "" || changed == opened, "%s: byte %d of the checkpoint does not count", log, place)
		found.RefusedNotes++
	}
	return tree
}

// The tree of a checkpoint and its signed text, which is empty for a checkpoint that is refused.
func openCheckpoint(text []byte, verifier note.Verifier) (tlog.Tree, string) {
	opened, err := note.Open(text, note.VerifierList(verifier))
	if err != nil || opened.Sigs[0].Name != verifier.Name() {
		return tlog.Tree{}, ""
	}
	lines := strings.Split(opened.Text, "\n")
	if len(lines) != 4 || lines[0] != verifier.Name() {
		return tlog.Tree{}, ""
	}
	size, err := strconv.ParseInt(lines[1], 10, 64)
	hash, err2 := tlog.ParseHash(lines[2])
	if err != nil || err2 != nil {
		return tlog.Tree{}, ""
	}
	return tlog.Tree{N: size, Hash: hash}, opened.Text
}

func checkRecords(log string, tree tlog.Tree) {
	hashes := tlog.TileHashReader(tree, &tiles{log: log})
	for index := range tree.N {
		if tree.N > 64 && index%16 != 0 && tree.N-index > 2 && index%256 < 254 {
			continue
		}
		entry := read(log, fmt.Sprintf("entries/%03d/%06d.json", index/1000, index))
		proof := must(tlog.ProveRecord(tree.N, index, hashes))
		err := tlog.CheckRecord(proof, tree.N, tree.Hash, index, tlog.RecordHash(entry))
		demand(err == nil, "%s: entry %d: %v", log, index, err)
		found.Records++
		for place := range entry {
			changed := tlog.RecordHash(flip(entry, place))
			err := tlog.CheckRecord(proof, tree.N, tree.Hash, index, changed)
			demand(err != nil, "%s: byte %d of entry %d does not count", log, place, index)
			found.RefusedRecords++
		}
	}
}

func checkTrees(log string, tree tlog.Tree, older []tlog.Tree) {
	hashes := tlog.TileHashReader(tree, &tiles{log: log})
	for _, before := range older {
		proof := must(tlog.ProveTree(tree.N, before.N, hashes))
		err := tlog.CheckTree(proof, tree.N, tree.Hash, before.N, before.Hash)
		demand(err == nil, "%s: not consistent with %d: %v", log, before.N, err)
		found.Trees++
		before.Hash[7] ^= 1
		err = tlog.CheckTree(proof, tree.N, tree.Hash, before.N, before.Hash)
		demand(err != nil, "%s: consistent with another tree of %d", log, before.N)
		found.RefusedTrees++
	}
}

// Every tile is followed up to the root by Go's reader, and refused with one bit of any hash turned.
func checkTiles(log string, tree tlog.Tree) {
	for _, tile := range tlog.NewTiles(8, 0, tree.N) {
		content := read(log, pathOf(tile))
		for place := 0; place < len(content); place += 32 {
			reader := &tiles{log: log, changed: pathOf(tile), place: place}
			level := 8 * tile.L
			index := tlog.StoredHashIndex(level, tile.N<<8+int64(place/32))
			_, err := tlog.TileHashReader(tree, reader).ReadHashes([]int64{index})
			demand(err != nil, "%s: byte %d of %s does not count", log, place, pathOf(tile))
			found.RefusedTiles++
		}
	}
}

func checkProofs(log string, tree tlog.Tree, verifier note.Verifier) {
	for _, path := range must(filepath.Glob(filepath.Join(log, "proofs", "*.tlog-proof"))) {
		text := must(os.ReadFile(path))
		original := openProof(text, verifier)
		demand(original != "", "%s is refused", path)
		demand(strings.Contains(original, fmt.Sprintf("\n%d\n", tree.N)), "%s is of another size", path)
		found.Proofs++
		for place := range text {
			changed := openProof(flip(text, place), verifier)
			demand(changed == "" || changed == original, "byte %d of %s does not count", place, path)
			found.RefusedProofs++
		}
	}
}

// What a proof proves, or nothing for one that is refused.
func openProof(text []byte, verifier note.Verifier) string {
	head, checkpoint, ok := bytes.Cut(text, []byte("\n\n"))
	tree, signed := openCheckpoint(checkpoint, verifier)
	lines := strings.Split(string(head), "\n")
	if !ok || signed == "" || len(lines) < 3 || lines[0] != "c2sp.org/tlog-proof@v1" {
		return ""
	}
	entry, err := base64.StdEncoding.DecodeString(strings.TrimPrefix(lines[1], "extra "))
	index, err2 := strconv.ParseInt(strings.TrimPrefix(lines[2], "index "), 10, 64)
	if err != nil || err2 != nil || !strings.HasPrefix(lines[1], "extra ") || !strings.HasPrefix(lines[2], "index ") {
		return ""
	}
	var proof tlog.RecordProof
	for _, line := range lines[3:] {
		hash, err := tlog.ParseHash(line)
		if err != nil {
			return ""
		}
		proof = append(proof, hash)
	}
	if tlog.CheckRecord(proof, tree.N, tree.Hash, index, tlog.RecordHash(entry)) != nil {
		return ""
	}
	return fmt.Sprintf("%d\n%s\n%s", index, entry, signed)
}

// Tiles in a folder, in which one bit of one of them may be turned.
type tiles struct {
	log     string
	changed string
	place   int
}

func (*tiles) Height() int                         { return 8 }
func (*tiles) SaveTiles(_ []tlog.Tile, _ [][]byte) {}
func (reader *tiles) ReadTiles(wanted []tlog.Tile) ([][]byte, error) {
	var contents [][]byte
	for _, tile := range wanted {
		content := read(reader.log, pathOf(tile))
		if pathOf(tile) == reader.changed {
			content = flip(content, reader.place)
		}
		contents = append(contents, content)
	}
	return contents, nil
}

// C2SP's name of a tile: Go's has the height in it.
func pathOf(tile tlog.Tile) string {
	return "tile/" + strings.TrimPrefix(tile.Path(), "tile/8/")
}

func sizesIn(folder string) []int64 {
	var sizes []int64
	for _, entry := range must(os.ReadDir(folder)) {
		if entry.IsDir() {
			sizes = append(sizes, must(strconv.ParseInt(entry.Name(), 10, 64)))
		}
	}
	slices.Sort(sizes)
	return sizes
}

func flip(content []byte, place int) []byte {
	changed := bytes.Clone(content)
	changed[place] ^= 1
	return changed
}

func read(folder, path string) []byte {
	return must(os.ReadFile(filepath.Join(folder, filepath.FromSlash(path))))
}

func must[T any](value T, err error) T {
	demand(err == nil, "%v", err)
	return value
}

func demand(holds bool, format string, details ...any) {
	if !holds {
		fmt.Fprintf(os.Stderr, format+"\n", details...)
		os.Exit(1)
	}
}
