export default function Page() {
  return (
    <main className="p-8">
      <h1 className="text-xl">Storehouse</h1>
    </main>
  );
}
